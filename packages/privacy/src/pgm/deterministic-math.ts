/**
 * Exponential and logarithm made of additions, multiplications, divisions and bit operations only, so that every engine
 * computes the same bits; `Math.exp` and `Math.log` are left to the implementation. Exponential: reduction to
 * |r| ≤ ln 2 / 128 by a table of 64 powers of 2^(1/64) and a polynomial of degree 5. Logarithm: the area tangent series on
 * (m − 1)/(m + 1). Relative error below 1e-15.
 */

const parts = 64;
/** ln 2 in two pieces; the first has 33 significant bits, so that its product with a whole number below 2^20 is exact. */
const ln2High = 0.6931471803691238 / parts;
const ln2Low = 1.9082149292705877e-10 / parts;
const partsPerUnit = parts / 0.6931471805599453;
/** Adding and taking off this number rounds a double to a whole number. */
const rounding = 6755399441055744;
const lowestPower = -1100;

const fractions = Float64Array.from({ length: parts }, (_, at) => taylorExp((at * 0.6931471805599453) / parts));
const powers = powersOfTwo();

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
const highWord = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;

/** e^x. Zero below −745.2, infinity above 709.8. */
export function exp(x: number): number {
  if (x < -745.2) return 0;
  if (x > 709.8) return Infinity;
  const whole = x * partsPerUnit + rounding - rounding;
  const r = x - whole * ln2High - whole * ln2Low;
  const fraction = fractions[whole & (parts - 1)] as number;
  const rest = r * (1 + r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120)))));
  return (fraction + fraction * rest) * (powers[(whole >> 6) - lowestPower] as number);
}

/** The natural logarithm of x ≥ 0; −infinity for zero, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return Infinity;
  let exponent = 0;
  double[0] = x;
  if ((words[highWord] as number) < 0x00100000) {
    double[0] = x * 18014398509481984;
    exponent = -54;
  }
  const high = words[highWord] as number;
  exponent += (high >>> 20) - 1023;
  words[highWord] = (high & 0x000fffff) | 0x3ff00000;
  let mantissa = double[0] as number;
  if (mantissa > 1.4142135623730951) {
    mantissa /= 2;
    exponent += 1;
  }
  const f = mantissa - 1;
  const s = f / (2 + f);
  const z = s * s;
  const tail =
    z *
    (1 / 3 +
      z *
        (1 / 5 +
          z *
            (1 / 7 +
              z * (1 / 9 + z * (1 / 11 + z * (1 / 13 + z * (1 / 15 + z * (1 / 17 + z * (1 / 19 + z * (1 / 21))))))))));
  return exponent * (ln2High * parts) + (2 * s * tail + exponent * (ln2Low * parts) + 2 * s);
}

/** Replaces each value v by e^(v − shift), in place; returns the sum. */
export function expInPlace(values: Float64Array, shift: number): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) {
    const value = exp((values[at] as number) - shift);
    values[at] = value;
    sum += value;
  }
  return sum;
}

function taylorExp(x: number): number {
  let sum = 1;
  for (let term = 24; term >= 1; term--) sum = 1 + (x / term) * sum;
  return sum;
}

function powersOfTwo(): Float64Array {
  const found = new Float64Array(1025 - lowestPower);
  let up = 1;
  for (let power = 0; power <= 1023; power++, up *= 2) found[power - lowestPower] = up;
  found[1024 - lowestPower] = Infinity;
  let down = 1;
  for (let power = 0; power >= lowestPower; power--, down /= 2) found[power - lowestPower] = down;
  return found;
}
