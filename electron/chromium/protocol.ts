/** The part of Chromium's DevTools protocol that this shell speaks: commands with their parameters and what is read of the answers. */

interface Command<P, R = unknown> {
  readonly params: P;
  readonly result: R;
}

type Nothing = Readonly<Record<string, never>>;

export interface Commands {
  'Browser.getVersion': Command<Nothing, { readonly product: string }>;
  'Browser.close': Command<Nothing>;
  'Browser.setDownloadBehavior': Command<{ readonly behavior: 'deny' }>;
  'Target.setAutoAttach': Command<{
    readonly autoAttach: boolean;
    readonly waitForDebuggerOnStart: boolean;
    readonly flatten: true;
  }>;
  'Target.attachToBrowserTarget': Command<Nothing, { readonly sessionId: string }>;
  'Target.closeTarget': Command<{ readonly targetId: string }>;
  'Page.enable': Command<Nothing>;
  'Page.addScriptToEvaluateOnNewDocument': Command<{ readonly source: string }>;
  'Page.navigate': Command<{ readonly url: string }, { readonly errorText?: string }>;
  'Page.handleJavaScriptDialog': Command<{ readonly accept: boolean }>;
  'Inspector.enable': Command<Nothing>;
  'Runtime.enable': Command<Nothing>;
  'Runtime.addBinding': Command<{ readonly name: string }>;
  'Runtime.evaluate': Command<
    { readonly expression: string; readonly contextId?: number; readonly awaitPromise?: boolean },
    { readonly result: { readonly value?: unknown } }
  >;
  'Runtime.runIfWaitingForDebugger': Command<Nothing>;
  'Input.dispatchKeyEvent': Command<{ readonly type: 'rawKeyDown'; readonly commands: readonly 'Paste'[] }>;
  'Emulation.setLocaleOverride': Command<{ readonly locale: string }>;
  'Emulation.setDeviceMetricsOverride': Command<{
    readonly width: number;
    readonly height: number;
    readonly deviceScaleFactor: number;
    readonly mobile: boolean;
  }>;
  'Fetch.enable': Command<{ readonly patterns: readonly { readonly urlPattern: string }[] }>;
  'Fetch.fulfillRequest': Command<{
    readonly requestId: string;
    readonly responseCode: number;
    readonly responseHeaders: readonly Header[];
    /** Base64. */
    readonly body: string;
  }>;
  'Fetch.failRequest': Command<{ readonly requestId: string; readonly errorReason: 'Aborted' }>;
}

interface Header {
  readonly name: string;
  readonly value: string;
}

export interface Events {
  'Target.attachedToTarget': {
    readonly sessionId: string;
    readonly targetInfo: { readonly targetId: string; readonly type: string };
  };
  'Target.detachedFromTarget': { readonly sessionId: string };
  'Page.loadEventFired': Readonly<Record<string, unknown>>;
  'Page.frameNavigated': { readonly frame: { readonly id: string; readonly parentId?: string; readonly url: string } };
  'Page.javascriptDialogOpening': { readonly type: string };
  'Inspector.targetCrashed': Readonly<Record<string, unknown>>;
  'Runtime.bindingCalled': {
    readonly name: string;
    readonly payload: string;
    readonly executionContextId: number;
  };
  'Runtime.executionContextCreated': {
    readonly context: {
      readonly id: number;
      readonly origin: string;
      readonly auxData: { readonly isDefault: boolean; readonly frameId: string };
    };
  };
  'Runtime.executionContextDestroyed': { readonly executionContextId: number };
  'Runtime.executionContextsCleared': Readonly<Record<string, unknown>>;
  'Fetch.requestPaused': {
    readonly requestId: string;
    readonly frameId: string;
    readonly resourceType: string;
    readonly request: { readonly url: string; readonly method: string };
  };
}

/** What stands in a message of the pipe, either way. */
export interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}
