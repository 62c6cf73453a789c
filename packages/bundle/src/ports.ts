/** SHA-256 as 64 lower-case hexadecimal digits. */
export type Digest = (bytes: Uint8Array) => string;

/** Where a bundle is read from: a folder, an archive, a web server. Paths use `/`. */
export interface FileSource {
  /** Every file there is, whether the manifest names it or not. */
  list(): Promise<readonly string[]>;
  /** The bytes of one file; rejects where there is none. */
  read(path: string): Promise<Uint8Array>;
  /** The platform's SHA-256, where it is quicker than ours. */
  readonly digest?: Digest;
}

/** Where a bundle is written to. What was written counts only once `commit` has returned. */
export interface FileSink {
  write(path: string, bytes: Uint8Array): Promise<void>;
  commit(): Promise<void>;
  /** Leaves nothing behind; called when writing fails. */
  abandon(): Promise<void>;
  /** The platform's SHA-256, where it is quicker than ours. */
  readonly digest?: Digest;
}

/** A sink and source in memory, for tests and for previews. */
export function memoryFiles(): FileSink & FileSource & { readonly files: ReadonlyMap<string, Uint8Array> } {
  const pending = new Map<string, Uint8Array>();
  const files = new Map<string, Uint8Array>();
  return {
    files,
    async write(path, bytes) {
      pending.set(path, bytes.slice());
    },
    async commit() {
      for (const [path, bytes] of pending) files.set(path, bytes);
    },
    async abandon() {
      pending.clear();
    },
    async list() {
      return [...files.keys()].sort();
    },
    async read(path) {
      const bytes = files.get(path);
      if (!bytes) throw new Error(`no file ${path}`);
      return bytes;
    },
  };
}
