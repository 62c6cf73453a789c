import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { pageBody, pageStyle, pageTitle } from './page-body.ts';

// The same file from `src/node/` and from `dist/node/`.
const scriptFile = fileURLToPath(new URL('../../dist/page/page.js', import.meta.url));

/**
 * The page as one HTML text: script and style inside, and a policy that forbids every connection, every other script and
 * every frame. Throws an Error where the script was not built (`npm run build`).
 */
export async function linkagePage(): Promise<string> {
  const script = await readFile(scriptFile, 'utf8').catch((cause: unknown) => {
    throw new Error('the linkage page has no script: run npm run build', { cause });
  });
  const safe = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(safe)}`,
    'worker-src blob:',
    `style-src ${hashOf(pageStyle)}`,
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  return [
    '<!doctype html>',
    '<html lang="en" dir="ltr">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${pageTitle}</title>`,
    `<style>${pageStyle}</style>`,
    '</head>',
    `<body>${pageBody}<script>${safe}</script></body>`,
    '</html>',
    '',
  ].join('\n');
}
