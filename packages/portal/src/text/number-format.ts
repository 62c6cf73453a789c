/**
 * How pages write numbers in a locale, baked or in the browser: thousands always grouped (Spanish and Portuguese leave four
 * digits alone), no minus before a rounded zero, and a true minus sign, which no line ends on.
 */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): (value: number) => string {
  const format = new Intl.NumberFormat(locale, { useGrouping: 'always', ...options } as Intl.NumberFormatOptions);
  return (value) => format.format(Object.is(value, -0) ? 0 : value).replace('-', '−');
}
