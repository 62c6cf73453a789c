export { type Served, type ServeOptions, serveSite } from './serve-site.ts';
