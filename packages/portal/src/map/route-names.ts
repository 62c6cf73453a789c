import type { Page } from '../components/page.ts';
import { placeName } from './place-name.tsx';
import { type RouteTable, unknownEnd } from './routes.ts';

/** The name of an end of routes; for the unknown end, that it is not known. */
export function endName(page: Page, { level }: RouteTable['from'], code: string): string {
  return code === unknownEnd ? page.words.text('routes.unknown') : placeName(page, { level }, code);
}

/** The address of a place's routes in a year. */
export function placePath(place: string, period: string): string {
  return `map/routes/${place}/${period}/`;
}
