/**
 * A contributor's encodings as a file: a line of JSON that says what they are, then a line per record. It holds record keys
 * and encodings and nothing else. Encodings are personal data: the file is handed over under seal and deleted after linkage.
 */
import { Refusal } from '@casebridge/refusal';
import type { LinkageBlock, LinkageProfiles } from '../encode/encode-records.ts';
import { blockFromJson, blockToJson } from './block-json.ts';
import { profilesFromJson } from './profile-json.ts';

/** Names of organisations in files of encodings; their review files are named after them. */
export const organisationName = /^[a-z0-9][a-z0-9-]{0,62}$/;

export const encodingFormat = 'casebridge-encodings-1';

/** What encodings are. */
export interface EncodingHeader {
  readonly organisation: string;
  readonly project: string;
  readonly epoch: string;
  /** Eight hex digits that tell the secret from another. */
  readonly keyCheck: string;
  readonly profiles: LinkageProfiles;
}

export interface EncodedRecord {
  /** The record's key: its owner's, never a name. */
  readonly record: string;
  readonly block: LinkageBlock;
}

export interface Encodings {
  readonly header: EncodingHeader;
  readonly records: readonly EncodedRecord[];
}

/**
 * The lines of a file of encodings, each with its line end, in the order of the record keys: that of the owner's file may be the
 * alphabet's, which would help somebody who guesses at names.
 */
export function* encodingLines(header: EncodingHeader, records: Iterable<EncodedRecord>): Generator<string> {
  yield `${JSON.stringify({ format: encodingFormat, ...header })}\n`;
  const ordered = [...records].sort((a, b) => (a.record < b.record ? -1 : a.record > b.record ? 1 : 0));
  for (const { record, block } of ordered) yield `${JSON.stringify({ record, ...blockToJson(block) })}\n`;
}

/**
 * Reads a file of encodings. Refusals, naming file and line: `linkage-file`, no such file or a line that is none of it; a
 * record key twice.
 */
export function readEncodings(text: string, name: string): Encodings {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const header = headerOf(lines[0] ?? '', name);
  const keys = new Set<string>();
  const records = lines.slice(1).map((line, at): EncodedRecord => {
    const json = parsed(line);
    const record = json?.['record'];
    const block = blockFromJson(json);
    if (typeof record !== 'string' || record === '' || !block || !matches(block, header.profiles)) {
      throw wrong(`${name}, line ${at + 2}: not an encoded record of the kind that its first line names`);
    }
    if (keys.has(record)) throw wrong(`${name}, line ${at + 2}: this record key was given before`);
    keys.add(record);
    return { record, block };
  });
  return { header, records };
}

function headerOf(line: string, name: string): EncodingHeader {
  const json = parsed(line);
  if (json?.['format'] !== encodingFormat) throw wrong(`${name}: not a file of encodings`);
  const profiles = profilesFromJson(json['profiles']);
  const text = (field: string) => {
    const value = json[field];
    if (typeof value !== 'string' || value === '') throw wrong(`${name}, line 1: ${field} is missing`);
    return value;
  };
  const keyCheck = text('keyCheck');
  if (!profiles || !/^[0-9a-f]{8}$/.test(keyCheck)) throw wrong(`${name}, line 1: profiles or key check are wrong`);
  const organisation = text('organisation');
  if (!organisationName.test(organisation))
    throw wrong(`${name}, line 1: the organisation is not lower-case letters, digits and hyphens`);
  return { organisation, project: text('project'), epoch: text('epoch'), keyCheck, profiles };
}

function matches(block: LinkageBlock, profiles: LinkageProfiles): boolean {
  return (
    (block.linkKeys !== null) === profiles.linkKeys &&
    (block.recordFilter !== null) === (profiles.recordFilter !== null) &&
    (block.fieldFilters !== null) === profiles.fieldFilters
  );
}

function parsed(line: string): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(line);
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const wrong = (what: string) => new Refusal('linkage-file', `${what}; make it anew with casebridge link encode.`);

/**
 * Refuses files that cannot be compared: `linkage-mixed`, other project, epoch or profile; `linkage-secret`, another secret;
 * `linkage-empty`, no records; `linkage-organisation`, one organisation twice.
 */
export function refuseMixed(files: readonly Encodings[], names: readonly string[]): void {
  const first = files[0]?.header;
  const organisations = new Set<string>();
  for (const [at, { header, records }] of files.entries()) {
    const name = names[at] ?? header.organisation;
    const other = (what: string) =>
      new Refusal('linkage-mixed', `${name}: has another ${what} than ${names[0]}; encode all files alike.`);
    if (header.project !== first?.project) throw other('project');
    if (header.epoch !== first.epoch) throw other('epoch');
    if (header.keyCheck !== first.keyCheck) {
      throw new Refusal(
        'linkage-secret',
        `${name}: was encoded with another secret than ${names[0]} (key check ${header.keyCheck}, not ${first.keyCheck}); encode it again with the coalition's secret.`,
      );
    }
    if (JSON.stringify(header.profiles) !== JSON.stringify(first.profiles)) throw other('profile');
    if (records.length === 0) throw new Refusal('linkage-empty', `${name}: has no records; leave it out.`);
    if (organisations.has(header.organisation))
      throw new Refusal('linkage-organisation', `${name}: this organisation was given before; give one file of each.`);
    organisations.add(header.organisation);
  }
}
