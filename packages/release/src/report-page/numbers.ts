/** A count with thin spaces between thousands: 12 345. */
export function countText(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');
}

/** A number to three significant digits, never in scientific notation; a dash for none. */
export function numberText(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size >= 1000) return `${value < 0 ? '−' : ''}${countText(size)}`;
  const digits = size === 0 ? 0 : Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(size))));
  return value.toFixed(digits).replace('-', '−');
}

/** A share as a percentage with one decimal, two below one per cent; a dash for none. */
export function percentText(share: number | null): string {
  if (share === null || !Number.isFinite(share)) return '–';
  const percent = 100 * share;
  return `${percent.toFixed(percent !== 0 && Math.abs(percent) < 1 ? 2 : 1).replace('-', '−')} %`;
}
