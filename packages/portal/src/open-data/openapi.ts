import * as z from 'zod';
import type { ReleaseView } from '../model/release-view.ts';
import { inLanguage, type SiteIdentity } from '../site/site-file.ts';
import { openCatalogue } from '../text/catalogue.ts';
import { licenceAddress, siteAddress } from './addresses.ts';
import { operationsOf, parametersOf, parameterValues } from './operations.ts';
import { fileSchemas } from './schemas.ts';

// Longer lists of values are given by an example and where to find the rest.
const mostValues = 40;

/** The addresses of a site as an OpenAPI 3.1 document: what can be asked for, and the shape of each JSON answer. */
export function openApi(releases: readonly ReleaseView[], site: SiteIdentity): Readonly<Record<string, unknown>> {
  const words = openCatalogue('en');
  const values = parameterValues(releases, site);
  const manifest = releases.at(-1)?.bundle.manifest;
  const note = manifest?.example ? `${words.text('example')}. ` : '';
  return {
    openapi: '3.1.0',
    info: {
      title: inLanguage(site.name, 'en'),
      summary: words.text('api.title'),
      description: `${note}${words.text('api.lede')}`,
      version: String(manifest?.sequence ?? 1),
      ...(manifest && { license: { name: manifest.licence, url: licenceAddress(manifest.licence) } }),
    },
    servers: [{ url: site.address === undefined ? '/' : siteAddress(site).replace(/\/$/, '') }],
    paths: Object.fromEntries(
      operationsOf(values).map((operation) => [
        operation.path,
        {
          get: {
            operationId: operation.id,
            summary: words.text(`api.${operation.id}`),
            parameters: parametersOf(operation).map((name) => ({ $ref: `#/components/parameters/${name}` })),
            responses: {
              '200': {
                description: words.text(`api.${operation.id}`),
                content: {
                  [operation.mediaType]: operation.schema
                    ? { schema: { $ref: `#/components/schemas/${operation.schema}` } }
                    : {},
                },
              },
              '404': { description: words.text('api.missing') },
            },
          },
        },
      ]),
    ),
    components: {
      parameters: Object.fromEntries(
        Object.entries(values).map(([name, known]) => [
          name,
          {
            name,
            in: 'path',
            required: true,
            description: words.text(`api.parameter.${name}`),
            schema:
              known.length > 0 && known.length <= mostValues ? { type: 'string', enum: known } : { type: 'string' },
            ...(known[0] !== undefined && { example: known[0] }),
          },
        ]),
      ),
      schemas: Object.fromEntries(
        Object.entries(fileSchemas).map(([name, schema]) => {
          const { $schema: _, ...own } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
          return [name, own];
        }),
      ),
    },
  };
}
