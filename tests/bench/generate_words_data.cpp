// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "BenchRecords.h"

namespace winnow::bench {

const std::vector<std::string_view> functionWords{
    "the", "of", "and", "in", "to", "with", "a", "for", "was", "were", "on", "that", "by", "is", "as", "or", "from",
    "at", "this", "an", "be", "are", "than", "not", "we", "had", "after", "which", "between", "these", "have", "has",
    "may", "during", "who", "it", "all", "more", "but", "no", "both", "also", "their", "been", "can", "into", "its",
    "one", "two", "our", "among", "within", "however", "other", "most", "when", "there", "using", "used", "did"};

const std::vector<std::string_view> trialWords{
    "patients", "treatment", "study", "group", "results", "clinical", "trial", "risk", "effect", "disease", "outcome",
    "randomized", "placebo", "weeks", "months", "years", "significant", "compared", "control", "therapy", "methods",
    "conclusion", "background", "objective", "analysis", "baseline", "primary", "secondary", "mean", "median",
    "confidence", "interval", "ratio", "hazard", "odds", "relative", "absolute", "reduction", "improvement",
    "mortality", "survival", "incidence", "prevalence", "quality", "life", "pain", "score", "scale", "index", "change",
    "increase", "decrease", "dose", "daily", "oral", "intravenous", "injection", "infusion", "surgery", "surgical",
    "postoperative", "preoperative", "complications", "adverse", "events", "safety", "efficacy", "tolerability",
    "follow-up", "enrolled", "eligible", "assigned", "allocated", "double-blind", "open-label", "multicentre",
    "prospective", "retrospective", "cohort", "case-control", "cross-sectional", "observational", "systematic",
    "review", "meta-analysis", "evidence", "guideline", "recommendation", "intervention", "usual", "care", "standard",
    "women", "men", "children", "adults", "older", "infants", "pregnancy", "birth", "age", "sex", "weight", "body",
    "mass", "blood", "pressure", "glucose", "insulin", "diabetes", "hypertension", "obesity", "cardiovascular",
    "coronary", "heart", "failure", "stroke", "cancer", "breast", "lung", "prostate", "colorectal", "tumour",
    "chemotherapy", "radiotherapy", "immunotherapy", "antibody", "antibiotic", "infection", "sepsis", "bacterial",
    "viral", "vaccine", "immunisation", "respiratory", "asthma", "pneumonia", "kidney", "renal", "dialysis", "liver",
    "hepatic", "brain", "cognitive", "dementia", "depression", "anxiety", "schizophrenia", "psychological",
    "behavioural", "exercise", "physical", "activity", "diet", "nutrition", "supplementation", "vitamin", "alcohol",
    "smoking", "cessation", "sleep", "fatigue", "multiple", "sclerosis", "stem", "cell", "transplantation", "bone",
    "marrow", "fracture", "arthritis", "knee", "hip", "spine", "chronic", "acute", "severe", "moderate", "mild",
    "symptoms", "diagnosis", "diagnostic", "screening", "test", "accuracy", "sensitivity", "specificity", "imaging",
    "magnetic", "resonance", "tomography", "ultrasound", "biomarker", "serum", "plasma", "protein", "gene",
    "expression", "mutation", "receptor", "inhibitor", "pathway", "model", "regression", "association", "associated",
    "factors", "independent", "adjusted", "level", "levels", "high", "low", "higher", "lower", "differences", "data",
    "participants", "population", "hospital", "primary-care", "community", "nurses", "physicians", "education",
    "training", "programme", "cost", "cost-effectiveness", "health", "public", "social", "support", "quality-adjusted",
    "response", "remission", "relapse", "recurrence", "progression", "disability", "function", "functional",
    "rehabilitation", "training-based", "cognitive-behavioural", "self-management", "adherence", "compliance",
    "feasibility", "pilot", "protocol", "registered", "longitudinal", "short-term", "long-term", "early", "late",
    "first-line", "combination", "monotherapy", "versus", "comparison", "comparative", "noninferiority", "superiority"};

const std::vector<std::string_view> wordBegins{
    "adeno", "angio", "anti", "arthro", "auto", "bio", "broncho", "cardio", "cephalo", "cerebro", "chemo", "chondro",
    "chrono", "cranio", "cyto", "dermo", "endo", "entero", "epi", "erythro", "extra", "fibro", "gastro", "glyco",
    "gyno", "haemo", "hepato", "hetero", "histo", "homo", "hydro", "hyper", "hypo", "immuno", "inter", "intra", "iso",
    "kerato", "leuko", "lipo", "lympho", "macro", "mega", "meso", "meta", "micro", "mono", "myo", "nano", "nephro",
    "neuro", "oligo", "onco", "ortho", "osteo", "para", "patho", "peri", "pharmaco", "phospho", "poly", "post",
    "proto", "psycho", "retino", "sero", "sub", "supra", "thermo", "thrombo", "trans", "ultra", "uro", "vaso"};

const std::vector<std::string_view> wordMiddles{
    "alg", "bact", "blast", "brad", "cal", "carcin", "cin", "clast", "cret", "crin", "cyst", "derm", "dont", "drom",
    "fer", "flam", "form", "gen", "glob", "gnos", "gram", "graph", "kin", "lab", "lact", "later", "log", "lys", "mast",
    "medul", "melan", "metr", "mit", "morph", "necr", "nod", "nom", "ocul", "ophth", "ost", "ov", "parent", "path",
    "pept", "phag", "phil", "phor", "plas", "plex", "pnoe", "pod", "prol", "proxim", "puls", "radi", "rhin", "rrhag",
    "sarc", "scler", "sect", "sens", "sept", "som", "spasm", "spir", "sta", "sten", "stom", "syn", "tax", "therm",
    "tom", "ton", "trop", "tub", "vascul", "ven", "vers", "vit", "zym"};

const std::vector<std::string_view> wordEnds{
    "a", "al", "alis", "an", "ase", "ate", "atic", "ation", "ectomy", "emia", "enic", "esis", "ia", "iac", "iasis",
    "ic", "ical", "ide", "il", "in", "ine", "ism", "itis", "ium", "ive", "ization", "mab", "mib", "nib", "ogram",
    "oid", "ole", "ology", "oma", "on", "osis", "ostomy", "otomy", "ous", "oxin", "pathy", "plasty", "pril", "sartan",
    "scopy", "statin", "um", "uria", "us", "vir", "yl"};

const std::vector<std::string_view> familyNames{
    "Abe", "Adams", "Agarwal", "Ahmed", "Alvarez", "Andersen", "Bakker", "Baldini", "Becker", "Bianchi", "Brandt",
    "Brown", "Burt", "Carlsson", "Castillo", "Chen", "Cohen", "Colombo", "Costa", "Dahl", "Das", "Davies", "de Vries",
    "Dubois", "Eriksen", "Evans", "Fernández", "Fischer", "Fox", "Friedman", "García", "Gupta", "Haddad", "Hansen",
    "Hernández", "Hoffmann", "Huang", "Ibrahim", "Ito", "Ivanov", "Jansen", "Jensen", "Johnson", "Jones", "Kaya",
    "Khan", "Kim", "Kowalski", "Kumar", "Lang", "Larsen", "Laurent", "Lee", "Lefèvre", "Li", "Lindqvist", "Liu",
    "López", "Marques", "Martin", "Mayer", "McDonald", "Meyer", "Miller", "Mishra", "Moreau", "Müller", "Murphy",
    "Nakamura", "Nguyen", "Nielsen", "Novák", "O'Brien", "Okafor", "Olsen", "Öztürk", "Park", "Patel", "Pereira",
    "Petrov", "Popescu", "Rahman", "Rossi", "Russo", "Sánchez", "Sato", "Schmidt", "Schneider", "Sharma", "Silva",
    "Singh", "Smith", "Sørensen", "Suzuki", "Tanaka", "Taylor", "Thomas", "Torres", "Tran", "van den Berg", "Wagner",
    "Walker", "Wang", "Weber", "Williams", "Wilson", "Wójcik", "Wu", "Yamamoto", "Yıldız", "Zhang", "Zimmermann"};

const std::vector<std::string_view> journalFields{
    "Neurology", "Cardiology", "Oncology", "Surgery", "Paediatrics", "Psychiatry", "Rheumatology", "Nephrology",
    "Gastroenterology", "Hepatology", "Endocrinology", "Haematology", "Immunology", "Dermatology", "Ophthalmology",
    "Urology", "Anaesthesia", "Critical Care", "Emergency Medicine", "General Practice", "Geriatrics", "Obstetrics",
    "Gynaecology", "Orthopaedics", "Radiology", "Pathology", "Pharmacology", "Public Health", "Epidemiology",
    "Nursing", "Nutrition", "Rehabilitation", "Sports Medicine", "Sleep Medicine", "Pain", "Infectious Diseases",
    "Respiratory Medicine", "Transplantation", "Genetics", "Palliative Care"};

const std::vector<std::string_view> journalForms{
    "Journal of ", "Annals of ", "Archives of ", "European Journal of ", "Scandinavian Journal of ", "Advances in ",
    "Clinical ", "International Journal of ", "Current Opinion in ", "Frontiers of "};

} // namespace winnow::bench
