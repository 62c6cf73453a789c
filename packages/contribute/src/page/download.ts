/** Saves bytes or text as a file of the officer's own computer. */
export function download(name: string, content: Uint8Array<ArrayBuffer> | string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A file's name without folders and endings: `cases.2015` of `cases.2015.xlsx`. */
export function stemOf(name: string): string {
  return name.replace(/(\.[a-z]+)?\.[a-z0-9]+$/i, '') || name;
}
