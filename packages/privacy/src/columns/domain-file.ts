import { Refusal } from '@casebridge/refusal';
import type { Domains } from '../results/types.ts';
import { checkDomains, mostCodes } from './case-table.ts';
import { type DeclaredDomain, mergeZeros } from './declared-domain.ts';
import { readHierarchies, zerosOfHierarchies } from './hierarchies.ts';
import { readStructuralZeros } from './structural-zeros.ts';

/** Members of a domain file that are no columns. */
const structuralZeros = '$structuralZeros';
const hierarchies = '$hierarchies';

/**
 * Reads `DOMAIN.json`: `{"column": 16}` declares the codes 0…15, `{"column": ["value", …]}` the values themselves;
 * `$structuralZeros` what cannot occur together, `$hierarchies` groups of codes. docs/domain-file.md tells all of it.
 *
 * @param name the file's name, for messages
 * @throws Refusal with the file and column or rule when the text is not such an object
 */
export function parseDeclaredDomain(text: string, name: string): DeclaredDomain {
  const content = objectIn(text, name);
  const domains: Domains = Object.fromEntries(
    Object.entries(content)
      .filter(([column]) => column !== structuralZeros && column !== hierarchies)
      .map(([column, declared]) => [column, codesOf(declared, column, name)]),
  );
  checkDomains(domains);
  const grouped = hierarchies in content ? readHierarchies(content[hierarchies], domains, name) : [];
  const ruled = structuralZeros in content ? readStructuralZeros(content[structuralZeros], domains, name) : [];
  return {
    domains,
    structuralZeros: mergeZeros([...ruled, ...zerosOfHierarchies(grouped, domains)]),
    hierarchies: grouped,
  };
}

/** The domains alone of `DOMAIN.json`; refused as by {@link parseDeclaredDomain}. */
export function parseDomainFile(text: string, name: string): Domains {
  return parseDeclaredDomain(text, name).domains;
}

function objectIn(text: string, name: string): Record<string, unknown> {
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
  return content as Record<string, unknown>;
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
