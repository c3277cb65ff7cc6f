/**
 * Common first names in Sweden (Statistics Sweden's name statistics: children, parents, and the largest groups born
 * abroad), in small letters. Names that are everyday words too (Bo, Liv, Max, My, Per, Saga, Stig) are left out: at the
 * start of a sentence they would only be in the way.
 */
const NAMES = `
  adam agnes agnieszka ahmed aisha albin aleksandra alexander alfred ali alice alicia alina alma alva amanda amina amira amir anders andreas
  anna annika anton arvid astrid august axel ayan ayse benjamin birgitta camilla carina carl caroline cecilia charlie christian christina
  clara daniel david dilan ebba edvin elias elif elin elina elisabeth ella ellen ellie elsa elvira emil emilia emma emre erik ester eva
  fatima felicia felix filip filippa fredrik freja frida gabriel goran gunilla gustav hamza hanna hannes hassan hedda helena henrik hilda
  hodan hugo hussein ibrahim ida ines ingrid isabelle isak ivan jakob jakub jasmine jenny jesper jessica joel johan johanna john jonas
  jonathan josef julia kalle karin karl katarina katarzyna kevin khadija kristina lars leah leila lena leo leon lilly linda linnea linus
  lisa liam louise lova lovisa lucas ludvig lukas magnus maja malin marcus maria marie markus martin maryam mateo matilda mattias mehmet
  melvin mia michael mikael milo mina mira mohamed mohammed moa molly monica muhammad mustafa nadia nathalie nellie nils noah noel nora
  nour oksana olena olivia olle oliver olof omar oscar oskar otto patrik petra peter philip piotr rasmus rebecka robert robin sabina sally
  samira samuel sandra sara sebastian selma signe sigrid simon sixten sofia sofie stefan stella stina sven susanne svante sven tage thea
  theo theodor thomas tilda tilde tindra tomas tove tuva tyra ulf ulrika valter vera victor victoria viggo viktor viktoria vilgot vincent
  wilhelm william wilma yasmin yousef yusuf zahra zainab
`;

export const FIRST_NAMES: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/));
