/** 第一屏上通往别处的门：门后的字后来才取。 */
export const doors = {
  "tab.line": "产线编辑",
  "editor.newLine": "从空白新建产线",
  "owner.start": "从问题开始",
  "owner.title": "从问题开始",
  "owner.offer": "第一次来？回答十来个问题，十分钟左右就知道先做什么、先别买什么。",
  "owner.offerNo": "以后再说",
  "presenter.title": "演示",
  "catalogue.open": "改造目录与报价",
};
