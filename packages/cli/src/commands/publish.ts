import { bakeSite, readSiteFile } from '@casebridge/portal';
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { untranslatedChecks, untranslatedLine } from '../untranslated-checks.ts';

/** `casebridge publish`: bakes bundles into a static site. */
export function publishCommand({ output, signal }: Context): Command {
  return new Command('publish')
    .summary('bake bundles into a static site')
    .description(
      'Verifies the bundles and their consents and approvals, then writes the whole site or nothing. The newest bundle is current, older ones are kept.',
    )
    .argument('<bundles...>', 'folders of bundles')
    .requiredOption('--out <dir>', 'folder of the site; replaced as a whole')
    .option('--site <file>', 'site.yaml: name, contact, colours, help lines, languages')
    .option('--gallery', 'also bake /components/: all components and charts in all states, for work on the portal')
    .addHelpText('after', '\nExample:\n  casebridge publish bundles/0001 bundles/0002 --out site/ --site site.yaml')
    .action(async (bundles: string[], options: { out: string; site?: string; gallery?: boolean }) => {
      const baked = await bakeSite({
        bundles,
        site: options.site,
        out: options.out,
        gallery: options.gallery,
        signal,
        onProgress: (done, total) => output.progress('baking', done / total),
      });
      const english = untranslatedChecks(readSiteFile(options.site).languages);
      output.result(english.length === 0 ? baked : { ...baked, untranslatedChecks: english }, [
        ...english.map(untranslatedLine),
        `${baked.pages} pages in ${options.out}; look at them with: casebridge serve ${options.out}`,
      ]);
    });
}
