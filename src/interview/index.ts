/**
 * An owner's answers in plain words, turned into a scenario: questions as data, defaults from the trade's template, how
 * sure each answer is, and the edits that make the template the owner's line. Knows no screen and no simulation.
 */
export {
  agreement,
  calibrationOf,
  correctionShare,
  targetPerDay,
  type Agreement,
  type Calibration,
} from "./calibration";
export { factsOf, type Facts } from "./facts";
export { lineFromAnswers, type OwnLine, type SaleLimit } from "./lineFromAnswers";
export {
  hurts,
  questionIds,
  questions,
  sales,
  type Hurt,
  type Question,
  type QuestionId,
  type Sale,
} from "./questions";
export {
  answerOf,
  freshAnswers,
  isValidValue,
  limitsOf,
  readAnswers,
  spreadOf,
  surenesses,
  withEnd,
  type Answers,
  type NumberAnswer,
  type NumberQuestionId,
  type Sureness,
} from "./answers";
export { trades, type TradeId } from "./trades";
