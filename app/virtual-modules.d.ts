declare module "virtual:remix/server-build" {
  import type { ServerBuild } from "@remix-run/node";

  export const assets: ServerBuild["assets"];
  export const assetsBuildDirectory: string;
  export const basename: string;
  export const entry: ServerBuild["entry"];
  export const future: ServerBuild["future"];
  export const isSpaMode: boolean;
  export const mode: string;
  export const publicPath: string;
  export const routes: ServerBuild["routes"];
}
