/**
 * Expected failures travel as values. Each code has one Chinese sentence and one remedy here;
 * `{name}` in them is filled from `details`.
 */
export const FAILURES = {
  INTERNAL: {
    sentence: '程序出现意外情况（编号 {incident}），刚才的操作没有生效，已录入的数据不受影响。',
    remedy: '请重试；若仍出现，把编号告诉技术支持。',
  },
  UNKNOWN_CALL: { sentence: '程序内部调用“{call}”不存在。', remedy: '请重新打开程序；若仍出现，重新安装。' },
  INVALID_INPUT: { sentence: '{place}：{reason}', remedy: '改正后再保存，已录入的内容仍在原处。' },
  NOT_FOUND: { sentence: '要操作的{what}已不存在，可能已被删除。', remedy: '刷新后重试；若系误删，可撤销。' },
  CONFLICT: { sentence: '这条{what}刚在别处改过，没有覆盖它。', remedy: '查看最新内容后再改。' },
  IN_USE: { sentence: '{what}还被{by}使用，不能删除。', remedy: '先移走或删除引用它的记录。' },
  DUPLICATE: { sentence: '{what}已存在。', remedy: '改用已有的一条，或换一个名称、编码。' },
  NO_BOOK: { sentence: '还没有打开账套。', remedy: '新建或打开一个账套文件（.ysb）。' },
  BOOK_SEALED: { sentence: '账套“{name}”已加密，要输入密码才能打开。', remedy: '' },
  BOOK_WRONG_PASSWORD: {
    sentence: '密码不对，账套“{name}”没有打开。',
    remedy: '检查大小写和输入法后再输一次；密码忘记了无法找回。',
  },
  BOOK_NEWER: {
    sentence: '账套“{name}”由更新的版本建立（格式 {found}，本程序支持到 {known}），未作任何改动。',
    remedy: '请升级本程序后再打开。',
  },
  BOOK_FOREIGN: { sentence: '“{name}”不是预算账套，未作任何改动。', remedy: '请选择扩展名为 .ysb 的账套文件。' },
  BOOK_DAMAGED: {
    sentence: '账套“{name}”已损坏，未作任何改动（{reason}）。',
    remedy: '请从“备份”中最近的一份恢复；损坏的文件会留着。',
  },
  BOOK_MISSING: { sentence: '找不到账套“{name}”。', remedy: '检查文件是否被移动、改名，或U盘是否已拔出。' },
  BOOK_BUSY: { sentence: '账套“{name}”正由{holder}打开编辑，现在只能查看。', remedy: '关闭另一处后重新打开即可编辑。' },
  BOOK_HELD: {
    sentence: '账套“{name}”正被别的程序占用（如杀毒软件、网盘同步），这一步没有存进去。',
    remedy: '录入的内容仍在原处；占用结束后会自动再存，也可点“重试”。',
  },
  BOOK_READ_ONLY: {
    sentence: '账套“{name}”所在位置不能写入，现在只能查看。',
    remedy: '把账套复制到可以写入的文件夹再打开。',
  },
  BOOK_UNFINISHED: {
    sentence: '账套“{name}”上次写入时中断，要先恢复才能查看，而所在位置不能写入。',
    remedy: '把账套连同旁边的“{name}-journal”一起复制到可以写入的文件夹再打开。',
  },
  BOOK_OLD_READ_ONLY: {
    sentence: '账套“{name}”由较早的版本建立，要先升级格式才能查看，而现在不能写入。',
    remedy: '把账套复制到可以写入的文件夹再打开；若别处正开着它，先关闭那一处。',
  },
  BOOK_UPGRADE_FAILED: {
    sentence: '账套“{name}”升级格式没有成功，账套保持原样。',
    remedy: '仍可用原来的版本打开；请把账套交给技术支持。',
  },
  BOOK_LOCKED_BUDGET: { sentence: '{what}{status}，不能修改。', remedy: '如需修改，先由有权限的人员退回为“编制中”。' },
  HAND_IN_REFUSED: {
    sentence: '还有{count}个错误没有改正，不能上报。{first}',
    remedy: '在“审核”页逐条改正后再上报。',
  },
  HAND_IN_EMPTY: { sentence: '预算里还没有支出明细，不能上报。', remedy: '先录入收入和支出。' },
  DISK_FULL: { sentence: '磁盘空间不足，“{name}”没有写入，原文件未变。', remedy: '清理磁盘或换一个位置再试。' },
  TARGET_OPEN: {
    sentence: '“{name}”正被 Excel、WPS 或其他程序占用，没有覆盖，原文件未变。',
    remedy: '关闭该文件后重试，或另存为别的名称。',
  },
  TARGET_DENIED: { sentence: '没有权限写入“{name}”，原文件未变。', remedy: '换一个可以写入的文件夹。' },
  TARGET_MISSING: {
    sentence: '要存放“{name}”的文件夹不存在或已断开，没有写入。',
    remedy: '检查文件夹是否被移走、U盘或网络盘是否已断开，再选一次位置。',
  },
  WRONG_FILE: { sentence: '“{name}”不是{expected}（{reason}）。', remedy: '检查是否选错文件。' },
  FILE_LIMIT: {
    sentence: '“{name}”没有打开：{reason}，超出了能安全读取的范围。',
    remedy: '请删去多余的工作表、行列和格式，另存一份再试；来历不明的文件请不要打开。',
  },
  IMPORT_REFUSED: { sentence: '导入没有进行：{place}，{reason}', remedy: '改正文件后再导入；账套未作任何改动。' },
  ALREADY_IMPORTED: {
    sentence: '账套中已有{what}，没有重复导入。',
    remedy: '如果文件里的更新，可以用它替换原有的这一份；替换前自动备份，替换后可以撤销。',
  },
  AMOUNT_OVERFLOW: {
    sentence: '金额合计超出可精确计算的范围（约90万亿元），没有保存。',
    remedy: '检查是否多打了位数，或把元当成了万元。',
  },
  CANCELLED: { sentence: '操作已取消，未作任何改动。', remedy: '' },
  NO_FILE_MANAGER: {
    sentence: '这台电脑上没有能打开文件夹的程序，文件在“{folder}”。',
    remedy: '请自行到该文件夹查看。',
  },
  NO_BROWSER: {
    sentence: '这台电脑上没有找到 Chromium、Chrome 或 Edge 浏览器，不能生成PDF。',
    remedy: '可先导出 Word 文档（.docx），或安装其中一种浏览器后再试。',
  },
  TOO_LONG_TO_PRINT: {
    sentence: '文档附有{sheets}张绩效目标表，页数太多，不能从这里直接打印。',
    remedy: '先“保存 PDF”，再从 PDF 阅读器中打印；也可以在“版式设置”中不附目标表。',
  },
  NO_GOAL_SHEETS: {
    sentence: '这份预算里没有可以打印的绩效目标表。',
    remedy: '先在“绩效目标”中填写，或重新勾选。',
  },
  NOTHING_TO_UNDO: { sentence: '没有可以撤销的操作。', remedy: '' },
  NOTHING_TO_REDO: { sentence: '没有可以重做的操作。', remedy: '' },
} as const;

export type FailureCode = keyof typeof FAILURES;

export interface Failure {
  readonly code: FailureCode;
  /** The whole Chinese sentence, ready to show. */
  readonly sentence: string;
  readonly remedy: string;
  /** Field or place of the input that the failure is about. */
  readonly at: string | null;
}

/** Builds a failure from its code; `details` fill the `{…}` of its sentence. */
export function failure(
  code: FailureCode,
  details: Readonly<Record<string, string | number>> = {},
  at: string | null = null,
): Failure {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));
  return { code, sentence: fill(FAILURES[code].sentence), remedy: fill(FAILURES[code].remedy), at };
}

/** Thrown inside the core to leave a handler with an expected failure; `dispatch` turns it into a value. */
export class FailureError extends Error {
  readonly failure: Failure;
  /** `options.cause`: the error behind it, for the log. */
  constructor(value: Failure, options?: ErrorOptions) {
    super(value.sentence, options);
    this.name = 'FailureError';
    this.failure = value;
  }
}

/** Shorthand for `throw new FailureError(failure(…))`. */
export function fail(
  code: FailureCode,
  details: Readonly<Record<string, string | number>> = {},
  at: string | null = null,
): never {
  throw new FailureError(failure(code, details, at));
}
