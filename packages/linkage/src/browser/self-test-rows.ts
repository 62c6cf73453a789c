import type { SelfTest } from '../index.ts';
import type { PageSpeech } from './page-language.ts';

/** What the page's table says of the encodings: what each line is, and its number. Nothing in it is of one record. */
export function selfTestRows(
  { records, classes, placeholderShare, unreadableBirths, weight, duplicates }: SelfTest,
  keyCheck: string,
  { say, count, percent }: PageSpeech,
): readonly (readonly [string, string])[] {
  return [
    [say('report.records'), count(records)],
    [say('report.complete'), count(classes.complete)],
    [say('report.yearOnly'), count(classes.yearOnly)],
    [say('report.namesOnly'), count(classes.namesOnly)],
    [say('report.oneName'), count(classes.oneName)],
    [say('report.tooLittle'), count(classes.tooLittle)],
    [say('report.placeholder'), percent(placeholderShare)],
    [say('report.unreadable'), count(unreadableBirths)],
    [say('report.duplicates'), count(duplicates)],
    ...(weight
      ? [[say('report.weight'), `${count(Math.round(weight.mean))} ± ${count(Math.round(weight.spread))}`] as const]
      : []),
    [say('report.keyCheck'), keyCheck],
  ];
}
