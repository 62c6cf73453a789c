// How far apart two colours look, to eyes of every kind. Missing cones are simulated as in Machado, Oliveira and Fernandes,
// "A physiologically-based model for simulation of color vision deficiency" (2009), severity 1, on linear light; distances are
// Euclidean in OKLab (Ottosson 2020), where about 0.02 is the least that is noticed. Contrast is that of WCAG 2.2.

type Triple = readonly [number, number, number];

const simulations: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  typical: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Kinds of colour vision that can be simulated. */
export const visions: readonly string[] = Object.keys(simulations);

/** Distance in OKLab of two colours, written `#rrggbb`, as an eye of one kind of colour vision sees them. */
export function distanceSeen(one: string, other: string, vision: string): number {
  const [a, b] = [seen(one, vision), seen(other, vision)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** Contrast ratio of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function seen(colour: string, vision: string): Triple {
  const matrix = simulations[vision];
  if (!matrix) throw new RangeError(`no simulation of '${vision}'`);
  const light = linear(colour);
  const [r, g, b] = matrix.map((row) => Math.min(1, Math.max(0, dot(row, light)))) as unknown as Triple;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function luminance(colour: string): number {
  return dot([0.2126, 0.7152, 0.0722], linear(colour));
}

function dot(a: Triple, b: Triple): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function linear(colour: string): Triple {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new RangeError(`not a colour: ${colour}`);
  return [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;
}
