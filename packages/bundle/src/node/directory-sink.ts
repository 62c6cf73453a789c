import { basename, dirname, join, resolve } from 'node:path';
import { Refusal } from '@casebridge/refusal';
import { approvalsFile } from '../approvals.ts';
import { paths } from '../files.ts';
import type { FileSink } from '../ports.ts';
import type { Signer } from '../signer.ts';
import type { Approvals, Manifest } from '../types.ts';
import { type BundleContents, writeBundle } from '../write.ts';
import { type FolderFiles, folderFiles, isCode } from './folder-files.ts';
import { nodeDigest } from './node-digest.ts';

/**
 * A sink that becomes the folder `dir` in one step: everything is written and flushed beside it, under a hidden name, and
 * then renamed. A folder that is there already is never touched. What a killed process left under its hidden name is
 * removed by the next.
 */
export async function directorySink(dir: string, files: FolderFiles = folderFiles): Promise<FileSink> {
  const target = resolve(dir);
  const parent = dirname(target);
  await refuseExisting(target, files);
  const prefix = `.${basename(target)}.`;
  for (const name of await files.names(parent)) {
    const pid = name.startsWith(prefix) ? /^(\d+)\.partial$/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (pid && !isRunning(Number(pid))) await files.remove(join(parent, name));
  }
  const partial = join(parent, `${prefix}${process.pid}.partial`);
  const folders = new Set([partial]);
  await storing(partial, async () => {
    await files.remove(partial);
    await files.makeFolder(partial);
  });
  return {
    digest: nodeDigest,
    async write(path, bytes) {
      const file = join(partial, ...path.split('/'));
      await storing(path, async () => {
        await files.makeFolders(dirname(file));
        folders.add(dirname(file));
        await files.writeFlushed(file, bytes);
      });
    },
    async commit() {
      await storing(dir, async () => {
        for (const folder of [...folders].sort((a, b) => b.length - a.length)) await files.flushFolder(folder);
        await refuseExisting(target, files);
        await files.rename(partial, target);
        await files.flushFolder(parent);
      });
    },
    async abandon() {
      await files.remove(partial);
    },
  };
}

/** Writes a bundle as the folder `dir`, whole or not at all. Refusals as `writeBundle`; `bundle-exists`, `disk-full`. */
export async function writeBundleDirectory(
  dir: string,
  contents: BundleContents,
  signer: Signer,
  files: FolderFiles = folderFiles,
): Promise<Manifest> {
  return writeBundle(contents, await directorySink(dir, files), signer);
}

/** Replaces `approvals.json` of the bundle in `dir`, whole or not at all. */
export async function writeApprovals(
  dir: string,
  approvals: Approvals,
  files: FolderFiles = folderFiles,
): Promise<void> {
  const target = resolve(dir);
  const partial = join(dirname(target), `.${basename(target)}.${process.pid}.approvals`);
  await storing(paths.approvals, async () => {
    try {
      await files.remove(partial);
      await files.writeFlushed(partial, approvalsFile(approvals));
      await files.rename(partial, join(target, paths.approvals));
    } catch (error) {
      await files.remove(partial);
      throw error;
    }
    await files.flushFolder(target);
  });
}

async function refuseExisting(target: string, files: FolderFiles): Promise<void> {
  const names = await files.names(dirname(target));
  if (names.includes(basename(target))) {
    throw new Refusal(
      'bundle-exists',
      `${target} is there already and bundles are never overwritten; choose another folder`,
    );
  }
}

// A full disk is the world's fault, not ours: one clear line, and nothing half-written stays.
async function storing(what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (isCode(cause, 'ENOSPC', 'EDQUOT')) {
      throw new Refusal(
        'disk-full',
        `the disk is full while writing ${what}; nothing was kept, make room and try again`,
        { cause },
      );
    }
    if (isCode(cause, 'EACCES', 'EROFS', 'EPERM')) {
      throw new Refusal('not-writable', `${what} cannot be written; check the rights of its folder`, { cause });
    }
    throw cause;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}
