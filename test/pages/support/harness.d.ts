/** What specs use of the harness, which is JavaScript. */

declare module '*/puppeteer-launcher.mjs' {
  import type { Browser, LaunchOptions } from 'puppeteer';
  export const hasChromium109: boolean;
  export const launchBrowser: (
    product: 'chromium' | 'chromium109' | 'firefox',
    options?: LaunchOptions,
  ) => Promise<Browser>;
}

declare module '*/webkit-launcher.mjs' {
  export const startWebKit: () => Promise<{
    navigate(url: string): Promise<void>;
    evaluate(script: string, ...args: unknown[]): Promise<unknown>;
    click(x: number, y: number): Promise<unknown>;
    screenshot(): Promise<Buffer>;
    close(): Promise<void>;
  }>;
}

declare module '*/scripts/browsers.mjs' {
  export const findBrowser: (name: string) => string | undefined;
}

declare module '*/scripts/serve.mjs' {
  export const serve: (options: {
    port: number;
  }) => Promise<{ url: string; close: () => Promise<void> | void }>;
}

declare module '*/scripts/wordpress/server.mjs' {
  export interface SiteOptions {
    core?: 'newest' | 'middle' | 'oldest';
    theme?: 'twentytwentyfive' | 'twentytwentyone';
    multisite?: boolean;
    environment?: 'local' | 'production';
    plugin?: string | undefined;
    language?: 'vi' | 'en_US';
    database?: 'sqlite' | 'mariadb';
    muPlugins?: Record<string, string>;
    cron?: boolean;
  }
  export interface Site {
    url: string;
    folder: string;
    version: string;
    theme: string;
    admin: { user: string; password: string };
    problems(): Promise<string[]>;
    php(code: string, options?: { url?: string; input?: unknown }): Promise<unknown>;
    stop(): Promise<void>;
  }
  export const startWordPress: (options?: SiteOptions) => Promise<Site>;
}
