export {
  FigureError,
  type FigureErrorCode,
  type FigureErrorDetails,
} from "./errors.js";
