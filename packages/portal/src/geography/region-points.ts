import { countries, regionOf } from '@casebridge/standard';
import { countryPoints } from './country-points.ts';

/**
 * The middle of a region: the mean, on the sphere, of the points of its member states of the United Nations, each counted
 * once, so that one large country does not pull it. Undefined for a region without any.
 */
export function regionPoint(
  region: string,
  grouping: string,
): readonly [longitude: number, latitude: number] | undefined {
  let [x, y, z] = [0, 0, 0];
  for (const { iso3, unMember } of countries) {
    const point = countryPoints.get(iso3);
    if (!unMember || !point || regionOf(iso3, grouping)?.toLowerCase() !== region.toLowerCase()) continue;
    const [longitude, latitude] = point.map((degrees) => (degrees * Math.PI) / 180) as [number, number];
    x += Math.cos(latitude) * Math.cos(longitude);
    y += Math.cos(latitude) * Math.sin(longitude);
    z += Math.sin(latitude);
  }
  if (x === 0 && y === 0 && z === 0) return undefined;
  const degrees = (radians: number) => Math.round((radians * 1800) / Math.PI) / 10;
  return [degrees(Math.atan2(y, x)), degrees(Math.atan2(z, Math.hypot(x, y)))];
}
