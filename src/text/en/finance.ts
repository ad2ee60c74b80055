import type { finance as zh } from "../zh/finance";

export const finance: Record<keyof typeof zh, string> = {
  "finance.line.investment": "Investment",
  "finance.formula.investment":
    "−(equipment + software + integration + training) × (1 + overrun) × share due in the month, without creditable VAT",
  "finance.line.replacement": "Replacement",
  "finance.formula.replacement": "bought again when its life ends, without training",
  "finance.line.revenue": "Revenue from more parts",
  "finance.formula.revenue":
    "(parts sold with the plan − parts sold today) × price × (1 − price erosion)^(year − 1); sold = min(good + escaped, demand), month by month",
  "finance.line.material": "Material",
  "finance.formula.material":
    "−(difference in parts started) × material a part × (1 + material growth)^(year − 1), in proportion to sales",
  "finance.line.consumables": "Tools and consumables",
  "finance.formula.consumables":
    "−(difference in parts started) × consumables a part × (1 + material growth)^(year − 1), in proportion to sales",
  "finance.line.labour": "Wages",
  "finance.formula.labour":
    "+ people freed (month by month, by where they go) − people added, × yearly wage × (1 + on-cost) / 12 × (1 + wage growth)^(year − 1); overtime goes first when the demand is met",
  "finance.line.energy": "Electricity",
  "finance.formula.energy":
    "−(difference in kWh in the shifts × mean price then × share of time run + difference outside × mean price there)",
  "finance.line.scrapValue": "Scrap recovered",
  "finance.formula.scrapValue": "(difference in parts scrapped) × value recovered a part",
  "finance.line.escape": "Escapes to the customer",
  "finance.formula.escape": "−(difference in parts escaped) × cost of one",
  "finance.line.opex": "Running costs",
  "finance.formula.opex":
    "−(fixed costs + investment × share) × (1 + growth)^(year − 1) − full-time equivalents × wage, monthly after go-live",
  "finance.line.incomeTax": "Income tax",
  "finance.formula.incomeTax":
    "tax with the plan less tax without it, prepaid by quarter; taxable = operating lines − depreciation − training ± gain or loss on disposal",
  "finance.line.subsidy": "Subsidy",
  "finance.formula.subsidy": "likely amount of the rules counted, after acceptance and the time it takes to be paid",
  "finance.line.subsidyTax": "Tax on the subsidy",
  "finance.formula.subsidyTax":
    "−extra tax because of the subsidy (or because of deductions lost where it is not taxed)",
  "finance.line.loanDrawn": "Loan drawn",
  "finance.formula.loanDrawn": "investment × borrowed share, at the order",
  "finance.line.loanInterest": "Interest",
  "finance.formula.loanInterest": "−balance at the start of the month × annual rate / 12, to the fen each month",
  "finance.line.loanPrincipal": "Principal repaid",
  "finance.formula.loanPrincipal": "−principal due in the month; what is still owed at the horizon is settled then",
  "finance.line.interestSubsidy": "Interest support",
  "finance.formula.interestSubsidy":
    "balance × LPR of the time × share / 12, in all no more than the interest paid and the cap",
  "finance.line.interestSubsidyTax": "Tax on interest support",
  "finance.formula.interestSubsidyTax": "−extra tax because of it",
  "finance.demand.none": "Demand is {{demandParts}} parts a year: all that is made can be sold.",
  "finance.demand.partial": "Demand is {{demandParts}} parts a year: only part of the extra output can be sold.",
  "finance.demand.full":
    "Demand is {{demandParts}} parts a year and already met: extra parts are worth nothing, only saved time and material count.",
  "finance.demand.noLimit": "No limit of demand is given; all extra parts are taken as sold. Please confirm.",
  "finance.warning.payback":
    "Payback of only {{paybackYears}} years, under six months, is rare: check the price and cost assumptions first.",
  "finance.warning.output":
    "Output changes by {{changeRate}}, beyond the mean of the 51 recognised workshops (+70 %): check the data of today first.",
  "finance.warning.labour":
    "Labour a part changes by {{changeRate}}, beyond the mean of the 51 recognised workshops (−50 %): check the staffing first.",
  "finance.warning.defects":
    "The defect rate changes by {{changeRate}}, beyond the mean of the 51 recognised workshops (−50 %): check the defect data first.",
  "finance.warning.cheapOutput":
    "Only {{perYuan}} yuan invested for each extra yuan of yearly output; the 51 recognised workshops needed about 1 yuan. Rarely this cheap: check the quotation and the gain first.",
  "finance.warning.hardwareOnly": "This plan buys equipment only, no software.",
  "finance.warning.noPrice": "No price is given, so extra parts have no value.",
  "finance.warning.extraWorthNothing":
    "The demand of {{demandParts}} parts a year is already met; extra parts cannot be sold.",
  "finance.warning.losesOutput": "The plan makes less: output changes by {{changeRate}}.",
  "finance.warning.headcountUnchanged":
    "{{pools}}: posts on duty change but the paid headcount does not, so wages stay the same. Please check.",
  "finance.warning.irrNotUnique":
    "The internal rate of return is not unique ({{count}} found); go by the net present value.",
  "finance.warning.subsidyLate": "A subsidy of {{amountYuan}} would come after the horizon and is left out.",
  "finance.assumption.throttled":
    "The line stops when demand is met: material, electricity and scrap follow the parts sold, wages do not.",
  "finance.assumption.productMix": "Price and cost are means over {{count}} products by share.",
  "finance.assumption.escapesSold": "Defective parts that escape are sold; their cost is counted apart.",
  "finance.assumption.headcountFromShifts": "No headcount given for {{pools}}: worked out from the hours attended.",
  "finance.assumption.vat":
    "The investment is without VAT ({{goodsRate}} on equipment, {{serviceRate}} on software and services); it is set off from the next month on and only binds cash.",
  "finance.assumption.tax":
    "Income tax {{taxRate}}, prepaid by quarter; a loss is set off against the firm's other profit at once.",
  "finance.assumption.start": "The last retrofit goes live about {{startMonths}} months after the order.",
  "finance.assumption.subsidyTaxable": "The subsidy is taxable income at {{taxRate}}.",
  "finance.assumption.subsidyLag":
    "The subsidy is paid in month {{paidMonth}}; where no document says when, 12 months after acceptance.",
  "finance.assumption.loanSettled": "Loans still owed after {{horizonYears}} years are settled then.",
  "finance.assumption.overrun": "Investment is raised by the overrun set.",
  "finance.assumption.noOverrun": "No overrun is counted.",
  "finance.assumption.replacement": "{{count}} purchases are made again within the horizon, without training.",
  "finance.assumption.unitCostOldAssets": "Unit cost is without the capital cost of the existing machines.",
  "finance.line.vat": "VAT on the purchase",
  "finance.formula.vat": "−input VAT when paid, + what is set off in later months; adds up to 0 in the end",
  "finance.line.oldMachine": "Old machine",
  "finance.formula.oldMachine": "+ sale of the old machine − its removal",
  "finance.line.resale": "Resale of equipment",
  "finance.formula.resale": "equipment × resale rate, when its life or the horizon ends",
  "finance.line.severance": "Severance",
  "finance.formula.severance":
    "−people dismissed × monthly wage × mean years of service (Labour Contract Law, Art. 47)",
  "finance.line.floor": "Floor space",
  "finance.formula.floor": "−extra area × rent a square metre and year / 12",
  "finance.line.it": "IT cost",
  "finance.formula.it": "−today's IT cost a year × its change / 12 (cloud moves this, never output)",
  "finance.line.providerPays": "Paid by the provider",
  "finance.formula.providerPays": "+ price the provider pays and the VAT it would bind − resale that is the provider's",
  "finance.line.providerFee": "Fees to the provider",
  "finance.formula.providerFee": "rent, share (verified saving × share) or use (units × price), without VAT",
  "finance.line.deposit": "Deposit",
  "finance.formula.deposit": "−paid when the lease starts, + back when it ends",
  "finance.line.financingTax": "Tax effect of the financing",
  "finance.formula.financingTax":
    "interest and fees are deductible, what is rented is not depreciated: the difference in tax",
  "finance.demand.growth":
    "The market changes by {{growthRate}} a year on both sides: the differences are the retrofit's alone, without market growth.",
  "finance.warning.oneOffRefused":
    "A unit costs more than 5 million yuan, so it cannot be written off at once; straight line is used.",
  "finance.assumption.monthEnd":
    "Cash flows are monthly, at month ends; month 0 is the day of the order and is not discounted.",
  "finance.assumption.tariff":
    "Electricity is priced by the mean of peak, flat and valley over the hours of the shifts, with even use while running.",
  "finance.assumption.noStart": "No start date is given: January is taken, and the newest LPR.",
  "finance.assumption.freed.none": "People freed stay and are paid; only added people count.",
  "finance.assumption.freed.paidHeads": "People freed leave the pay-roll at go-live, without severance.",
  "finance.assumption.freed.redeploy":
    "People freed work elsewhere in the firm; {{worthRate}} of their wage counts as saved, because nobody new is hired there.",
  "finance.assumption.freed.attrition":
    "Nobody is dismissed: {{leaversRate}} of the line's people leave in a year and are not replaced until all freed posts are gone.",
  "finance.assumption.freed.dismiss":
    "People freed are dismissed with severance for {{years}} years of service on average.",
  "finance.assumption.idle.paid": "Hours not needed once the demand is met are paid all the same.",
  "finance.assumption.idle.overtimeFirst":
    "Once the demand is met overtime is dropped first; normal hours are paid all the same.",
  "finance.assumption.vatLeft":
    "Too little output VAT: {{amountYuan}} of input VAT is not set off by the horizon and counts as lost.",
  "finance.assumption.vatSmallScale":
    "Small-scale VAT payer: VAT cannot be set off and is part of the price ({{goodsRate}} on equipment, {{serviceRate}} on software and services).",
  "finance.assumption.taxTwoWorlds":
    "Income tax is worked out with and without the plan: {{profitYuan}} of taxable income a year today, rate {{taxRate}}, losses carried forward.",
  "finance.assumption.cliff":
    "Small-profit relief: 5 % up to 3 million yuan of taxable income, the full rate on all of it above (Announcement No. 12 of 2023, to the end of 2027).",
  "finance.assumption.cliffUnseen":
    "Small-profit relief at 5 %; without today's profit the cliff at 3 million yuan cannot be seen.",
  "finance.assumption.depreciation.straightLine":
    "Equipment and integration are depreciated straight line over {{years}} years to {{residualRate}}; training is expensed at once.",
  "finance.assumption.depreciation.oneOff":
    "Equipment is deducted at once (up to 5 million yuan a unit, Announcement No. 37 of 2023): earlier, not more.",
  "finance.assumption.depreciation.sixtyPercentLife": "Equipment is depreciated over 60 % of {{years}} years.",
  "finance.assumption.depreciation.doubleDeclining":
    "Equipment is depreciated by double declining balance over {{years}} years to {{residualRate}}.",
  "finance.assumption.depreciation.sumOfDigits":
    "Equipment is depreciated by the sum of the years' digits over {{years}} years to {{residualRate}}.",
  "finance.assumption.research":
    "{{shareRate}} of software and integration gets the 100 % extra deduction for R&D (your entry; the tax office must accept it).",
  "finance.assumption.noResearch":
    "No extra deduction for R&D: buying standard equipment or ordinary software is not research.",
  "finance.assumption.payment":
    "Paid {{orderRate}} at the order, {{acceptanceRate}} at acceptance, {{retainedRate}} retained.",
  "finance.assumption.resale":
    "At the end of its life or of the horizon equipment sells for {{saleRate}} of its price; what is left on the books is deducted then.",
  "finance.assumption.wayEstimated":
    "Installation stop, dip and run-up are estimated for now; their simulation is under way.",
  "finance.assumption.waySimulated":
    "Before, installation stop, dip, run-up and after are each simulated with the same random numbers, and interpolated by month.",
  "finance.assumption.failure":
    "The chance of failure is in the range and in the chance of never paying back, not in the middle value.",
  "finance.assumption.itUnknown": "Today's IT cost is not given, so no saving from the cloud is counted.",
  "finance.assumption.subsidyNotTaxed":
    "The subsidy is treated as non-taxable (财税〔2011〕70号); the depreciation it paid for is not deductible.",
  "finance.assumption.loanDrawn": "Loans are drawn whole at the order.",
  "finance.assumption.providerOwns":
    "{{amountYuan}} of the plan belongs to a provider and by default is not in the base of a subsidy.",
  "finance.doubt.costs": "Investment, running costs and resale: triangular between their ends.",
  "finance.doubt.luck": "Luck: one of {{replications}} replications.",
  "finance.doubt.effects": "Effects: between their low and high ends, each of them simulated.",
  "finance.doubt.failure":
    "Failure: retrofits that may fail ({{count}}) fall to their low effects with their probability.",
  "finance.offer.ownFunds": "Own funds: no interest, but the firm's own money is tied up.",
  "finance.offer.loanRate": "One-year LPR {{lprRate}} plus {{marginRate}}.",
  "finance.offer.loanMonths": "{{termMonths}} months, level instalments.",
  "finance.offer.leaseRate": "{{leaseRate}} a year inside the rent.",
  "finance.offer.leaseMonths": "{{termMonths}} months, then it is the firm's.",
  "finance.offer.gainShare": "The provider gets {{shareRate}} of the verified saving.",
  "finance.offer.gainShareMonths": "For {{termMonths}} months.",
  "finance.offer.gainShareCap": "{{capYuan}} in all at most ({{timesPrice}} times the price).",
  "finance.offer.payPerUsePrice":
    "A price that returns the provider's money in {{usageMonths}} months at {{providersRate}} a year.",
  "finance.offer.payPerUseMonths": "{{usageMonths}} months at least.",
};
