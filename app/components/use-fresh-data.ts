import { useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/**
 * Asks for the page's data again when the merchant comes back to it, and every `everyMs` while it can
 * be seen. A hidden page asks nothing. The page getting the focus is no sign of coming back: the first click
 * into it gives it the focus, and would be answered later for it.
 */
export function useFreshData(everyMs: number): void {
  const { revalidate, state } = useRevalidator();
  // A slow answer is waited for: asking again would throw it away, time after time.
  const isIdle = useNavigation().state === "idle" && state === "idle";
  useEffect(() => {
    if (!isIdle) return undefined;
    const refresh = () => {
      if (document.visibilityState === "visible") revalidate();
    };
    const timer = window.setInterval(refresh, everyMs);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [revalidate, isIdle, everyMs]);
}
