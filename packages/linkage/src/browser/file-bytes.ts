/** The bytes of a chosen file, from their beginning; `onRead` hears how many have been read. The file is let go when reading ends. */
export function fileBytes(file: File, onRead?: (bytes: number) => void): () => AsyncIterable<Uint8Array> {
  return async function* () {
    const reader = file.stream().getReader();
    let read = 0;
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        read += value.length;
        onRead?.(read);
        yield value;
      }
    } finally {
      await reader.cancel();
    }
  };
}
