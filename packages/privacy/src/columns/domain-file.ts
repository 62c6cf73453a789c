import { Refusal } from '@casebridge/refusal';
import type { Domains } from '../results/types.ts';
import { checkDomains, mostCodes } from './case-table.ts';

/**
 * Reads `DOMAIN.json`: `{"column": 16}` declares the codes 0…15, `{"column": ["value", …]}` the values themselves.
 *
 * @param name the file's name, for messages
 * @throws Refusal with the file and column when the text is not such an object
 */
export function parseDomainFile(text: string, name: string): Domains {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    throw new Refusal('domain-not-json', `${name}: not JSON; write {"column": 16} or {"column": ["value", …]}.`, {
      cause,
    });
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new Refusal('domain-not-object', `${name}: not an object; write {"column": 16} or {"column": ["value", …]}.`);
  }
  const domains: Domains = Object.fromEntries(
    Object.entries(content).map(([column, declared]) => [column, codesOf(declared, column, name)]),
  );
  checkDomains(domains);
  return domains;
}

function codesOf(declared: unknown, column: string, name: string): readonly string[] {
  if (typeof declared === 'number') {
    if (Number.isSafeInteger(declared) && declared >= 1 && declared <= mostCodes) {
      return Array.from({ length: declared }, (_, code) => String(code));
    }
    throw new Refusal(
      'domain-size',
      `${name}, column '${column}': the number of codes must be from 1 to ${mostCodes}.`,
    );
  }
  if (Array.isArray(declared) && declared.every((code): code is string => typeof code === 'string')) return declared;
  throw new Refusal(
    'domain-codes',
    `${name}, column '${column}': a domain is a number of codes or a list of texts; write one of them.`,
  );
}
