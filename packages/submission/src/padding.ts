const smallest = 65_536;

/**
 * The size a plaintext is padded to, so that its length says little about how many records it holds: at least 64 KiB,
 * then the next of four steps per doubling (1, 1¼, 1½, 1¾ times a power of two).
 */
export function paddedSize(bytes: number): number {
  if (bytes <= smallest) return smallest;
  const step = 2 ** (Math.floor(Math.log2(bytes)) - 2);
  return Math.ceil(bytes / step) * step;
}
