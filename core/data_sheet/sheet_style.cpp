#include "data_sheet/sheet_style.h"

namespace iotbench {
namespace {

// A screen follows the reader's scheme; paper is light, an A4 page, and cuts no section.
constexpr std::string_view kSheetStyle = R"css(
:root{--ground:#fff;--text:#1b1e23;--remark:#5d6167;--line:#d9dbde;--value:#0072b2;--right:#00795a;--wrong:#a63d00;
--caution:#8a6100;--tint:166,61,0;--code:#f5f6f7}
@media screen{:root{color-scheme:light dark}}
@media screen and (prefers-color-scheme:dark){:root{--ground:#1b1e23;--text:#e6e8ea;--remark:#a3a8ae;--line:#3b4047;
--value:#56b4e9;--right:#45c79a;--wrong:#ff8a4c;--caution:#f0b429;--tint:255,138,76;--code:#24282e}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:15px/1.4 system-ui,"Noto Sans","DejaVu Sans",sans-serif}
main{max-width:72rem;margin:0 auto;padding:1.5rem 1rem;overflow-wrap:anywhere}
h1,h2,h3,p,ul,dl,dd,table,pre{margin:0;padding:0}
h1{font-size:1.7em;line-height:1.2}
h2{font-size:1em;margin-bottom:.35em}
h2 small,.remark,.kind{font-weight:normal;color:var(--remark);font-size:.87em}
h3{font-size:.95em;margin:1.2em 0 .3em}
header{display:flex;gap:1rem;justify-content:space-between;align-items:flex-start;flex-wrap:wrap}
header>div:first-child{flex:1 1 18rem}
.verdict{border:1px solid;border-radius:.3em;padding:.35em 1em;text-align:center}
.verdict b{display:block;font-size:1.15em}
.sentence{font-size:1.15em;font-weight:bold;line-height:1.35;margin:.8em 0}
.more{margin:-.5em 0 .8em}
.VALID{color:var(--right)}.WEAK{color:var(--caution)}.INVALID{color:var(--wrong)}.none{color:var(--remark)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.8em,1fr));gap:.6em 0;border-top:1px solid var(--text);
padding:.6em 0}
.figures div{padding:0 .6em;border-left:1px solid var(--line)}
.figures dt{color:var(--remark);font-size:.87em}
.figures dd b{font-size:1.55em;line-height:1.25}
.page{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:1rem 1.6rem}
.page>div{display:flex;flex-direction:column;gap:1rem;min-width:0}
.figures div:first-child{border-left:0;padding-left:0}
section{border-top:1px solid var(--text);padding-top:.5em;min-width:0}
@media screen and (max-width:50rem){.page{grid-template-columns:minmax(0,1fr)}}
.study{padding-bottom:1rem}
.whisker{width:28%;min-width:9em}
.scroll{overflow-x:auto;overflow-wrap:normal}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
th{text-align:left;font-weight:normal}
.list{width:100%}
.list th,.list td{padding:.18em .6em .18em 0;border-bottom:1px solid var(--line);vertical-align:top}
.list thead th{color:var(--remark);font-size:.87em}
.list .number{text-align:right}
.list .number,.list thead th{white-space:nowrap;overflow-wrap:normal}
.facts th{color:var(--remark);white-space:nowrap;padding-right:1em}
.facts td{width:99%}
.confusion{font-size:.8em;width:100%}
@media screen and (max-width:30rem){.confusion{font-size:.7em}}
.confusion td,.confusion tbody th{padding:.18em .1em;text-align:center;border:1px solid var(--ground)}
.confusion tbody th{text-align:right;padding-right:.4em}
.confusion thead th{vertical-align:bottom;padding:.2em 0}
.confusion thead span{writing-mode:vertical-rl;transform:rotate(180deg);max-height:8em;overflow:hidden}
.confusion .correct{background:var(--value);color:var(--ground);font-weight:bold}
.confusion .wrong0{color:var(--remark)}
.confusion .wrong1{background:rgba(var(--tint),.1)}
.confusion .wrong2{background:rgba(var(--tint),.18)}
.confusion .wrong3{background:rgba(var(--tint),.26)}
.confusion .wrong4{background:rgba(var(--tint),.34)}
.confusion .wrong5{background:rgba(var(--tint),.42)}
.confusion .recall{color:var(--remark);padding-left:.4em}
.claims{list-style:none}
.claims>li{padding-left:1.5em;text-indent:-1.5em;margin-bottom:.25em}
.claims>li *{text-indent:0}
.claims .sign{display:inline-block;width:1.5em;text-align:left}
pre span{display:inline-block;max-width:100%}
.claims ul{list-style:none;color:var(--remark);font-size:.93em}
pre{background:var(--code);border:1px solid var(--line);border-radius:.3em;padding:.5em .8em;white-space:pre-wrap;
font:.87em/1.4 ui-monospace,"DejaVu Sans Mono",monospace;margin-bottom:.5em}
svg.plot{display:block;width:100%;height:auto;font-family:inherit}
.plot text{fill:var(--text);font-size:10px}
.plot .heading{font-weight:bold;font-size:11px}
.plot .key,.plot .tick{fill:var(--remark);font-weight:normal;font-size:10px}
.plot .grid{stroke:var(--line);stroke-width:.7}
.plot .reference{stroke:var(--remark);stroke-dasharray:4 3}
.plot .percentile{stroke:var(--remark);stroke-dasharray:3 2;stroke-width:.8}
.plot .curve{fill:none;stroke:var(--value);stroke-width:1.3;stroke-linejoin:round}
.plot .dashed{stroke-dasharray:4 2}
.plot .mark,.plot .bar{fill:var(--value)}
.plot .probe{font-size:13px;font-weight:bold}
.plot .VALID{fill:var(--right)}.plot .INVALID{fill:var(--wrong)}.plot .WEAK{fill:var(--caution)}
.plot .bracket{fill:var(--value);fill-opacity:.25}
.plot .front{fill:none;stroke:var(--value);stroke-width:1.3}
.plot .strip{fill:var(--text);fill-opacity:0}
.plot .strip:hover{fill-opacity:.1}
.plot .bar:hover{fill:var(--text)}
footer{display:flex;flex-wrap:wrap;gap:.2em 2em;justify-content:space-between;border-top:1px solid var(--line);
margin-top:1rem;padding-top:.4em}
details{margin-top:1rem}
summary{cursor:pointer}
@page{size:A4;margin:10mm 12mm}
@media print{
body{font-size:7.6pt;line-height:1.32}
main{max-width:none;padding:0}
header,.sentence,.figures,section,tr{break-inside:avoid}
.page,.page>div{gap:.6em 1.6em}
.sentence{margin:.55em 0}
pre{background:none}
.list th,.list td{padding-top:.1em;padding-bottom:.1em}
.confusion td,.confusion tbody th{padding-top:.08em;padding-bottom:.08em}
.confusion .correct{background:none;color:var(--value)}
.confusion td{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.plot .probe{font-size:13px;font-weight:bold}
.plot .VALID{fill:var(--right)}.plot .INVALID{fill:var(--wrong)}.plot .WEAK{fill:var(--caution)}
.plot .bracket{fill:var(--value);fill-opacity:.25}
.plot .strip{display:none}
details{display:none}
.scroll{overflow:visible}
}
)css";

} // namespace

std::string_view sheetStyle()
{
    return kSheetStyle;
}

} // namespace iotbench
