"""What --help says, in both languages; read only when help is asked for."""

from channelfit.rulebook.model import Language
from channelfit.words.catalogue import Words

ENGLISH = {
    "command.channelfit": "Which channel, for whom, why, and on whose word: a channel-strategy advisor for public communication.",
    "command.advise": "Rank channels for goals and audiences, with the reasoning. Give a brief, or goals and audiences.",
    "command.channels": "The fact sheets of the channels, for colleagues and elected people.",
    "command.channels.list": "List every channel known.",
    "command.channels.show": "Show the fact sheet of one channel.",
    "command.rules": "The rulebook itself, rule by rule.",
    "command.rules.list": "List the rules in force.",
    "command.rules.show": "Show one rule: what it does, when, why, on whose word, until when.",
    "advise.brief": "A brief in YAML; - reads standard input.",
    "advise.goal": "What is wanted, such as media-relations or press; a weight may follow (=2). Repeat for several.",
    "advise.audience": "Who is addressed, such as journalists; a weight may follow (=2). Repeat for several.",
    "advise.fact": "A fact of the situation, such as country=FR or hours_per_week=6. Repeat for several.",
    "advise.consider": "The channel somebody asked for: why it is, or is not, the answer.",
    "advise.brief-out": "Write the brief to a file, to keep and edit.",
    "channels.channel": "The id or a usual name of a channel, such as twitter.",
    "rules.rule": "The id of a rule.",
    "option.format": "text, json or markdown.",
    "option.output": "Write to a file instead of the screen.",
    "option.lang": "Language of the answer: fr or en.",
    "option.as-of": "Answer as of that day.",
    "option.quiet": "Say only what was asked.",
    "option.verbose": "Say everything: every channel, every reason, the full table.",
    "option.no-input": "Never ask anything.",
    "option.version": "Show the version and leave.",
    "builtin.--help": "Show this help and leave.",
    "builtin.--install-completion": "Install completion for the shell in use.",
    "builtin.--show-completion": "Show the completion script of the shell in use, to copy or adapt it.",
    "panel.ARGUMENTS_PANEL_TITLE": "Arguments",
    "panel.OPTIONS_PANEL_TITLE": "Options",
    "panel.COMMANDS_PANEL_TITLE": "Commands",
}

FRENCH = {
    "command.channelfit": "Quel canal, pour qui, pourquoi, et sur la parole de qui : un conseil en stratégie de canaux pour la communication publique.",
    "command.advise": "Classe les canaux pour des objectifs et des publics, raisons à l’appui. Donnez une demande écrite, ou des objectifs et des publics.",
    "command.channels": "Les fiches des canaux, pour les collègues et les élus.",
    "command.channels.list": "Liste tous les canaux connus.",
    "command.channels.show": "Montre la fiche d’un canal.",
    "command.rules": "Les règles elles-mêmes, une à une.",
    "command.rules.list": "Liste les règles en vigueur.",
    "command.rules.show": "Montre une règle : son effet, ses conditions, sa raison, ses sources, ses dates.",
    "advise.brief": "Une demande écrite en YAML ; - lit l’entrée standard.",
    "advise.goal": "Ce que l’on veut, par exemple presse ou media-relations ; un poids peut suivre (=2). À répéter au besoin.",
    "advise.audience": "À qui l’on s’adresse, par exemple journalistes ; un poids peut suivre (=2). À répéter au besoin.",
    "advise.fact": "Un fait de la situation, par exemple country=FR ou hours_per_week=6. À répéter au besoin.",
    "advise.consider": "Le canal que quelqu’un réclame : pourquoi il est, ou n’est pas, la réponse.",
    "advise.brief-out": "Écrit la demande dans un fichier, pour la garder et la retoucher.",
    "channels.channel": "L’identifiant ou le nom usuel d’un canal, par exemple twitter.",
    "rules.rule": "L’identifiant d’une règle.",
    "option.format": "text, json ou markdown.",
    "option.output": "Écrit dans un fichier plutôt qu’à l’écran.",
    "option.lang": "Langue de la réponse : fr ou en.",
    "option.as-of": "Répond à cette date.",
    "option.quiet": "Ne dit que l’essentiel.",
    "option.verbose": "Dit tout : chaque canal, chaque raison, le tableau complet.",
    "option.no-input": "Ne pose jamais de question.",
    "option.version": "Affiche la version et s’arrête.",
    "builtin.--help": "Affiche cette aide et s’arrête.",
    "builtin.--install-completion": "Installe la complétion pour l’interpréteur en cours.",
    "builtin.--show-completion": "Affiche le script de complétion, pour le copier ou l’adapter.",
    "panel.ARGUMENTS_PANEL_TITLE": "Arguments",
    "panel.OPTIONS_PANEL_TITLE": "Options",
    "panel.COMMANDS_PANEL_TITLE": "Commandes",
}


def help_words(lang: Language) -> Words:
    return Words(lang, FRENCH if lang == "fr" else ENGLISH, ())
