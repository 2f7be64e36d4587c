import type { ReactNode } from "react";

/** Is read out when something comes into it. While it is empty it takes no room, not even a gap. */
export function LiveRegion({ children }: { children: ReactNode }) {
  return (
    <div role="status" style={{ display: "contents" }}>
      {children}
    </div>
  );
}
