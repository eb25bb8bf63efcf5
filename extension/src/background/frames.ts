/** Serves one frame over its port: its checks, and its share of the badge. */
import type { Context } from "../core/types";
import type { FromFrame, ToFrame } from "../messages";
import { forget, report } from "./badge";
import { check } from "./engine";

export function serveFrame(port: chrome.runtime.Port): void {
  const tab = port.sender?.tab?.id;
  const frame = port.sender?.frameId ?? 0;
  let context: Context | null = null;

  const answer = (message: ToFrame): void => {
    try {
      port.postMessage(message);
    } catch {
      // The page went away while its text was being checked.
    }
  };

  port.onMessage.addListener((message: FromFrame) => {
    switch (message.type) {
      case "context":
        context = message.context;
        break;
      case "count":
        if (tab !== undefined) report(tab, frame, message);
        break;
      case "check": {
        const { seq, text } = message;
        if (context === null) return answer({ type: "failed", seq, reason: "no context" });
        check(text, context).then(
          (warnings) => answer({ type: "warnings", seq, warnings }),
          (error: unknown) => answer({ type: "failed", seq, reason: String(error) }),
        );
      }
    }
  });
  port.onDisconnect.addListener(() => {
    void chrome.runtime.lastError;
    if (tab !== undefined) forget(tab, frame);
  });
}
