export { linkagePage } from './linkage-page.ts';
