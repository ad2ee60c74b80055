import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { onlyWhatIsAsked } from "./scripts/lib/treeshake.mjs";

/**
 * The page may load from its own origin only: whoever opens it can see in one line that no data leaves the computer.
 * Build only, because Vite's development server injects inline scripts.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const policyMeta: Plugin = {
  name: "xianjian:content-security-policy",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy },
      injectTo: "head-prepend",
    },
  ],
};

/** All files of the program, kept by the browser at the first visit; a new version waits until the user says so. */
const offline = VitePWA({
  registerType: "prompt",
  injectRegister: false,
  manifest: {
    name: "先见 Xianjian",
    short_name: "先见",
    description: "先看见，再投入 · See the benefit before you pay for it",
    lang: "zh-CN",
    start_url: "./",
    scope: "./",
    display: "standalone",
    background_color: "#F4F6F8",
    theme_color: "#F4F6F8",
    icons: [{ src: "favicon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
  },
  workbox: {
    globPatterns: ["**/*.{html,js,css,svg}"],
    maximumFileSizeToCacheInBytes: 4_000_000,
    cleanupOutdatedCaches: true,
    // "?quality=flat" is the same page
    ignoreURLParametersMatching: [/./],
  },
});

export default defineConfig({
  // Relative, so that the built folder works at any path of any plain file host.
  base: "./",
  plugins: [react(), policyMeta, offline],
  // constants of a module stay constants: the engine is three times slower where its columns are `var`
  worker: { format: "es", rolldownOptions: { treeshake: onlyWhatIsAsked, output: { topLevelVar: false } } },
  build: {
    target: "es2022",
    // The heavy chunks are the lazy ones below; the first screen is watched by a test of its own.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      treeshake: onlyWhatIsAsked,
      output: {
        codeSplitting: {
          groups: [
            // React first: three and echarts depend on it or are imported beside it, and must not drag it into a lazy chunk.
            {
              name: "react",
              test: /node_modules[\\/](react|react-dom|scheduler|use-sync-external-store|tslib)[\\/]/,
              priority: 4,
            },
            { name: "zustand", test: /node_modules[\\/]zustand[\\/]/, priority: 4 },
            // with the setting that must run before any schema is made, in whichever chunk that is
            { name: "zod", test: /node_modules[\\/]zod[\\/]|src[\\/]app[\\/]jitless/, priority: 4 },
            {
              name: "three",
              test: /node_modules[\\/](three|@react-three|its-fine|react-use-measure|suspend-react)[\\/]/,
              priority: 3,
            },
            // what the page begins with in few files: it would else be cut by who else uses which part of it
            { name: "start", tags: ["$initial"], priority: 2 },
            { name: "echarts", test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 3 },
          ],
        },
      },
    },
  },
  server: { host: "127.0.0.1" },
  preview: { host: "127.0.0.1" },
});
