export { type BakedSite, type BakeOptions, bakeBundles, bakeSite, type OpenBundle } from './bake/bake-site.ts';
export { parseSite, readSiteFile, type SiteIdentity } from './site/site-file.ts';
