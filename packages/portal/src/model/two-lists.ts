/** The lay explanation's numbers: two helpers' lists, how many people are on both, how many matches are missed. Invented. */
export const twoLists = { a: 60, b: 50 } as const;

/** People on both lists that the slider goes through. */
export const sharedSteps = [6, 10, 15, 20, 25, 30, 40, 50] as const;
/** Matches missed, of a hundred. */
export const missedSteps = [0, 10, 20, 30] as const;
/** Where both sliders stand at first. */
export const firstStep = { shared: 3, missed: 0 } as const;

/** Two lists looked at: what the matching finds, and what it makes of that (a × b ÷ found). */
export function twoListEstimate(shared: number, missed: number) {
  const found = Math.max(1, Math.round((shared * (100 - missed)) / 100));
  const estimate = Math.round((twoLists.a * twoLists.b) / found);
  return { found, estimate, unseen: Math.max(0, estimate - (twoLists.a + twoLists.b - found)) };
}

/** Radii of circles whose areas are the lists, in the picture's units. */
export const radii = { a: Math.sqrt(twoLists.a) * 9, b: Math.sqrt(twoLists.b) * 9 } as const;

/** Distance between the circles' middles at which they share an area in proportion to the people on both lists. */
export function distanceFor(shared: number): number {
  const wanted = Math.PI * 81 * shared;
  let [near, far] = [radii.a - radii.b, radii.a + radii.b];
  for (let step = 0; step < 40; step++) {
    const middle = (near + far) / 2;
    if (sharedArea(middle) > wanted) near = middle;
    else far = middle;
  }
  return Math.round(far * 10) / 10;
}

function sharedArea(distance: number): number {
  const { a, b } = radii;
  const alongA = (distance ** 2 + a ** 2 - b ** 2) / (2 * distance);
  const alongB = distance - alongA;
  const part = (radius: number, along: number) =>
    radius ** 2 * Math.acos(Math.min(1, Math.max(-1, along / radius))) -
    along * Math.sqrt(Math.max(0, radius ** 2 - along ** 2));
  return part(a, alongA) + part(b, alongB);
}
