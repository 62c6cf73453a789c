/**
 * A text reduced to what two spellings of the same words share: no case, accents, punctuation or repeated spaces, one
 * form for the variants of Arabic letters. For comparing column names, country names and labels; never for display.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replaceAll('°', 'o')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replaceAll('ı', 'i')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim();
}
