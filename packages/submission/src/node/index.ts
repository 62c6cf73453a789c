export { createKeys, type OrganisationKeys } from './create-keys.ts';
export { loadAgeIdentity, loadRecordKey, loadSecretText, loadSigningKey } from './key-files.ts';
export { syncFolder, temporaryEnding, type WholeFileCalls, writeRefusal, writeWhole } from './write-whole.ts';
