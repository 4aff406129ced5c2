/** `yusuan --help`. */
import { SAMPLE_NAMES } from '../../samples/sample-document.ts';
import { SHEET_FORMATS } from '../../shared/document/goals/formats.ts';

export const HELP = `预算工作台命令行

用法：yusuan 命令 账套文件 [选项]

命令
  new BOOK                新建账套（.ysb）。不带选项时是空账套，供导入；
                          带 --unit 编码 --name 单位全称 时建好单位和一份“一上”预算，
                          可另加 --kind administrative|referred|institution（默认 institution）、
                          --level province|city|county（默认 county）、--year 年度（默认下一年）
  import BOOK FILE        导入预算数据交换文件（.json，格式见 docs/interchange.md）、上报包（.zip）
                          或一个文件夹里的全部上报包；
                          账套不存在时先新建；已有的单位预算用 --replace 换成文件里的
  tables BOOK             13张预算公开表：--text 对齐的文字（默认），--json 数据
  check BOOK              审核：--text 文字（默认），--json 数据
  audit FILE.xlsx         审核别处的预算公开表工作簿（不用账套）：--text 文字（默认），--json 数据
  export BOOK --out DIR   导出到文件夹（默认当前文件夹）：预算公开表（.xlsx）、
                          公开文本（.docx；装有浏览器时还有 .pdf）
  goal-sheets BOOK --out DIR
                          绩效目标表：--format ${SHEET_FORMATS.map(({ value }) => value).join(' | ')}（默认 pdf），
                          一个文件并带目录；--each 一个项目一个文件，放在新文件夹里
  pack BOOK --out DIR     上报包（.zip）：预算数据、公开表、公开文本、绩效目标表、审核结果、开放数据和清单
  consolidate BOOK        部门汇总：主管部门和各级下属单位合在一起，缺哪个单位、各单位的合计和审核结果、
                          汇总后的勾稽核对；--text 文字（默认），--json 数据（含13张表）；
                          --out DIR 同时导出部门预算公开表（.xlsx）
  dump BOOK               把账套写成预算数据交换文件，输出到屏幕
  sample BOOK             新建示例账套：--which ${SAMPLE_NAMES.join(' | ')}
                          （默认 ${SAMPLE_NAMES[0]}）

账套中有几份单位预算时，用下列选项选一份；不选则取年度最新的一份，并在屏幕上说明
  --unit 编码    单位编码，如 044
  --year 年度    如 2025
  --stage 阶段   first 一上 | second 二上 | approved 批复
  --budget 编号  单位预算的编号

其他
  -h, --help     显示本说明

加密的账套：先在环境变量 YUSUAN_PASSWORD 中给出密码

结束码：0 正常，没有问题；1 审核有错误或警告；2 用法有误，或文件打不开、写不了`;
