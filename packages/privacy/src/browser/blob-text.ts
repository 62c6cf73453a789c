/** A file's text in pieces, so that it is never in memory whole. A TypeError where it is not UTF-8. */
export async function* blobText(file: Blob): AsyncGenerator<string> {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    yield decoder.decode(value, { stream: true });
  }
  yield decoder.decode();
}
