/**
 * How pages write numbers in a locale, baked or in the browser: thousands always grouped (Spanish and Portuguese leave four
 * digits alone), no minus before a rounded zero, and a true minus sign, which no line ends on.
 */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): (value: number) => string {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = writers.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(locale, { useGrouping: 'always', ...options } as Intl.NumberFormatOptions);
  let written = new Map<number, string>();
  const write = (value: number) => {
    const known = written.get(value);
    if (known !== undefined) return known;
    const plain = format.format(Object.is(value, -0) ? 0 : value);
    const text = value < 0 ? plain.replace('-', '−') : plain;
    if (written.size >= mostWritten) written = new Map();
    written.set(value, text);
    return text;
  };
  writers.set(key, write);
  return write;
}

// The same number stands in a table, in a picture, in what is heard of it, and in the check of all three.
const mostWritten = 2000;

// A format takes far longer to open than to use.
const writers = new Map<string, (value: number) => string>();
