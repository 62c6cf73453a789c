export type { ParcelFinding, RegisteredContributor } from './events.ts';
export type { StoreFiles } from './files.ts';
export type { StoreOptions } from './journaled-folder.ts';
export type { Receipt } from './receipt.ts';
export type { ReceiveOptions } from './receive.ts';
export { openStore, type ParcelEntry, type RecordsOptions, type Store } from './store.ts';
