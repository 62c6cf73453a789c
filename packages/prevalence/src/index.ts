export { type CaptureTable, captureTable, knownPeople, mostLists } from './capture-table.ts';
