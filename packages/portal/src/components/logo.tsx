/** A bridge: one deck, one arch, crossed in one direction. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 48 32" aria-hidden="true">
      <path class="logo-deck" d="M2 12h44" />
      <path class="logo-arch" d="M4 28c4-22 36-22 40 0" />
      <path class="logo-piers" d="M14 12v5M34 12v5M2 28h6M40 28h6" />
    </svg>
  );
}

/** The bridge at the foot of the front page's opening: decoration, so hidden from readers' aids. */
export function Span() {
  const piers = Array.from({ length: 13 }, (_, index) => index * 40 + 20);
  const arch = (x: number) => 150 - 92 * (1 - ((x - 260) / 240) ** 2);
  return (
    <svg class="span" viewBox="0 0 520 152" aria-hidden="true">
      <path d="M0 58H520M0 64H520M20 150C110 27 410 27 500 150" />
      <path d={piers.map((x) => `M${x} 64V${Math.round(Math.max(64, arch(x)))}`).join('')} />
    </svg>
  );
}

/** The same bridge as a file: the icon of the site. */
export const iconSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="9" fill="#0f5e6e"/><g fill="none" stroke="#fff" stroke-linecap="round"><path d="M7 20h34" stroke-width="3.4"/><path d="M9 36c3-18 27-18 30 0" stroke-width="3.4"/><path d="M17 20v4M31 20v4" stroke-width="2.4"/></g></svg>`;
