export { directorySink, writeApprovals, writeBundleDirectory } from './directory-sink.ts';
export { directorySource } from './directory-source.ts';
export { type FolderFiles, folderFiles } from './folder-files.ts';
