import { defaultGrouping } from '@casebridge/standard';
import type { MessageKey } from '../messages/languages.ts';
import { families } from '../registry/families.ts';
import type { Family } from '../registry/family.ts';
import type { Figure, FigureUnit } from '../types.ts';
import type { Counted } from './counted.ts';
import { regionLabel, sectorLabel } from './place.ts';
import { type Voice, voiceOf } from './voice.ts';

/** The heading of a family in a language: “Purpose: labour exploitation”. RangeError: a family the registry lacks. */
export function familyLabel(
  familyId: string,
  language: string,
  grouping = defaultGrouping,
  counted: Counted = 'record',
): string {
  return labelOf(familyOf(familyId, grouping), voiceOf(language, counted), grouping);
}

/** The family of an id without period, group and place. RangeError: a family the registry lacks. */
export function familyOf(id: string, grouping = defaultGrouping): Family {
  const found = families({ grouping }).find((family) => family.id === id);
  if (!found) throw new RangeError(`there is no family of figures '${id}'`);
  return found;
}

/** A family's heading, with its region or sector named. */
export function labelOf(family: Family, voice: Voice, grouping: string): string {
  const key = `label.${family.wording === 'children' ? family.id : family.wording}`;
  return voice.say(known(voice, key), { name: nameOf(family, voice.language, grouping) });
}

/** The label of the code a family names; empty where it names none. */
export function nameOf(family: Family, language: string, grouping: string): string {
  if (family.names === null) return '';
  return family.regional ? regionLabel(family.names, grouping, language) : sectorLabel(family.names, language);
}

/** The whole sentence of a caveat. RangeError: a caveat the catalogue lacks. */
export function caveatText(caveat: string, language: string, counted: Counted = 'record'): string {
  return text(`caveat.${caveat}`, language, counted);
}

/** The noun that carries the selection. */
export function nounText(noun: string, language: string, counted: Counted = 'record'): string {
  return text(`noun.${noun}`, language, counted);
}

/** Why a figure gives no number. */
export function withheldText(
  reason: NonNullable<Figure['withheld']>,
  language: string,
  counted: Counted = 'record',
): string {
  return text(`withheld.${reason}`, language, counted);
}

/** What a part of a figure is: records held, contributors that joined, a purpose. */
export function partText(part: string, language: string, counted: Counted = 'record'): string {
  return text(`part.${part}`, language, counted);
}

export function unitText(unit: FigureUnit, language: string, counted: Counted = 'record'): string {
  return text(`unit.${unit}`, language, counted);
}

export function statusText(status: Figure['release']['status'], language: string): string {
  return text(`status.${status}`, language);
}

/** “Example data, not real”. */
export function exampleText(language: string): string {
  return text('example', language);
}

function text(key: string, language: string, counted: Counted = 'record'): string {
  const voice = voiceOf(language, counted);
  return voice.say(known(voice, key));
}

function known(voice: Voice, key: string): MessageKey {
  if (!voice.has(key)) throw new RangeError(`the catalogue of figures has no text '${key}'`);
  return key;
}
