/**
 * The background of the extension: listeners only, so that it can sleep. What
 * they do is in the files beside this one.
 */
import coreBytes from "bezint-core-wasm";
import { FRAME_PORT, askFrame, type Question } from "../messages";
import { serveFrame } from "./frames";
import { ruleText } from "./rule-texts";

chrome.runtime.onConnect.addListener((port) => {
  if (port.name === FRAME_PORT) serveFrame(port);
});

chrome.runtime.onMessage.addListener((question: Question, _sender, answer: (value: unknown) => void) => {
  switch (question.type) {
    case "core-bytes":
      answer(coreBytes);
      break;
    case "rule-texts":
      answer(Object.fromEntries(question.rules.map((rule) => [rule, ruleText(rule, question.employer)])));
      break;
  }
});

chrome.commands.onCommand.addListener((command, tab) => {
  // No content script there: nothing to jump to.
  if (command === "next-warning" && tab?.id !== undefined) askFrame(tab.id, "next-warning", {}).catch(() => {});
});

chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === "install") void chrome.tabs.create({ url: "welcome.html" });
});
