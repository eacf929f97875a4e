export { formatDate, formatDay, formatDecimal, formatDuration, formatNumber, formatPercent, formatSecond, formatTime, lang, named, pick, setLang, t, word } from './texts.svelte';
