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

/** It brings no types of its own. */
declare module "proxy-addr" {
  import type { IncomingMessage } from "node:http";

  type Trust = (address: string, hop: number) => boolean;

  function proxyAddress(request: IncomingMessage, trust: Trust): string | undefined;
  namespace proxyAddress {
    function compile(trusted: readonly string[]): Trust;
  }
  export default proxyAddress;
}
