export { type BakedSite, type BakeOptions, bakeBundles, bakeSite, type OpenBundle } from './bake/bake-site.ts';
export { packColumns, type RecordColumns } from './explore/column-file.ts';
export { type ReportForm, type ReportOptions, reportContent, writeReport } from './report/write-report.ts';
export { defaultSiteFile, parseSite, readSiteFile, type SiteIdentity } from './site/site-file.ts';
export { type FurtherLanguage, furtherLanguage } from './text/language-folder.ts';
