/** The style of reports: readable in light and dark, on a narrow screen and on paper. */
export const reportStyle = `
:root{color-scheme:light dark;--ink:#1b2430;--soft:#5a6675;--line:#d5dbe3;--paper:#fff;--wash:#f4f6f9;--warn:#7a1f12;--warnwash:#fde9e4;--s0:#1f5f8b;--s1:#c7691a;--s2:#4b8f4a;--s3:#8b6bb1}
@media (prefers-color-scheme:dark){:root{--ink:#e7ebf0;--soft:#a4afbd;--line:#384352;--paper:#141a21;--wash:#1c242e;--warn:#ffc9bd;--warnwash:#4a1c14;--s0:#6db3e2;--s1:#f0a35e;--s2:#86c983;--s3:#b9a0dc}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:0 1.25rem 3rem;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
h1{font-size:1.9rem;line-height:1.2;margin:1.5rem 0 .25rem}
h2{font-size:1.3rem;margin:0 0 .25rem}
header p,footer p{color:var(--soft);margin:.25rem 0}
p{max-width:46rem;margin:.5rem 0}
.warning{max-width:none;margin:0 -1.25rem;padding:.6rem 1.25rem;background:var(--warnwash);color:var(--warn);font-weight:600;border-bottom:1px solid var(--warn)}
.numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(10.5rem,1fr));gap:.75rem;margin:1.25rem 0}
.numbers div{background:var(--wash);border:1px solid var(--line);border-radius:.5rem;padding:.7rem .9rem;display:flex;flex-direction:column-reverse;justify-content:flex-end}
.numbers dt{color:var(--soft);font-size:.85rem;line-height:1.35}
.numbers dd{margin:0;font-size:1.6rem;font-weight:650;font-variant-numeric:tabular-nums}
nav ol{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;list-style:none;margin:0;padding:.6rem 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
a{color:var(--s0)}
section{padding:1.6rem 0 .4rem}
section+section{border-top:1px solid var(--line)}
figure{margin:1rem 0;overflow-x:auto}
figcaption{color:var(--soft);font-size:.9rem}
svg{display:block;width:100%;min-width:34rem;height:auto;font-family:inherit}
svg text{fill:var(--ink)}
.label{font-size:13px}
.small,.tick{font-size:11px}
svg .small,svg .tick{fill:var(--soft)}
.grid{stroke:var(--line);stroke-width:1}
.dot{fill:var(--s0);fill-opacity:.65}
.mark{stroke:var(--s1);stroke-width:2.5}
.limit{stroke:var(--warn);stroke-width:1.6;stroke-dasharray:4 3}
.over{fill:var(--warn)}
.unjudged{fill:var(--paper);stroke:var(--soft);stroke-width:1.6}
.band{fill:var(--wash)}
.whisker{stroke:var(--ink);stroke-width:1.4;fill:none}
.series0{fill:var(--s0)}.series1{fill:var(--s1)}.series2{fill:var(--s2)}.series3{fill:var(--s3)}
.scroll{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--soft);padding:.25rem 0}
th,td{padding:.3rem .6rem;border-bottom:1px solid var(--line);vertical-align:top;font-weight:400}
thead th{font-weight:600;border-bottom:2px solid var(--line);vertical-align:bottom}
.text{text-align:left}.long{min-width:13rem}.number{text-align:right}
td.number{white-space:nowrap}
ul{padding-left:1.2rem;max-width:46rem}
@media print{.warning{margin:0}body{max-width:none}section{break-inside:avoid}.scroll,figure{overflow:visible}}
`;
