<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ClientListWording</name>
    <message>
        <source>Mixed</source>
        <extracomment>Verdict about a net: some of its addresses may relay, others may not</extracomment>
        <translation>Gemischt</translation>
    </message>
    <message>
        <source>Not an address</source>
        <extracomment>In place of a verdict: the line is neither an address nor a net</extracomment>
        <translation>Keine Adresse</translation>
    </message>
    <message>
        <source>on the server address: Local is on</source>
        <extracomment>Why it depends</extracomment>
        <translation>von der Serveradresse ab: Lokal ist an</translation>
    </message>
    <message>
        <source>on the server address, for %1: Local is on</source>
        <extracomment>Why it depends; %1 is for example &quot;256 addresses&quot;</extracomment>
        <translation>von der Serveradresse ab, für %1: Lokal ist an</translation>
    </message>
    <message>
        <source>all %1; %2 %3</source>
        <extracomment>What happens to a net; %1 is for example &quot;256 addresses&quot;, %2 one of them, %3 for example &quot;by Allow, row 2&quot;</extracomment>
        <translation>alle %1; %2 %3</translation>
    </message>
    <message>
        <source>%1 of %2 may relay; %3 is refused %4</source>
        <extracomment>What happens to a net; %1 is a number, %2 for example &quot;256 addresses&quot;, %3 one of them, %4 for example &quot;by Deny, row 2&quot;</extracomment>
        <translation>%1 von %2 dürfen weiterleiten; %3 wird abgelehnt %4</translation>
    </message>
    <message numerus="yes">
        <source>%1 allowed</source>
        <extracomment>How many clients of a list; %1 is the number</extracomment>
        <translation>
            <numerusform>%1 zugelassen</numerusform>
            <numerusform>%1 zugelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 refused</source>
        <extracomment>How many clients of a list; %1 is the number</extracomment>
        <translation>
            <numerusform>%1 abgelehnt</numerusform>
            <numerusform>%1 abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 mixed</source>
        <extracomment>How many nets of a list, of which some addresses may relay; %1 is the number</extracomment>
        <translation>
            <numerusform>%1 gemischt</numerusform>
            <numerusform>%1 gemischt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 depending on the server</source>
        <extracomment>How many clients of a list whose verdict depends on the server address; %1 is the number</extracomment>
        <translation>
            <numerusform>%1 je nach Server</numerusform>
            <numerusform>%1 je nach Server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 not an address</source>
        <extracomment>How many lines of a list; %1 is the number</extracomment>
        <translation>
            <numerusform>%1 keine Adresse</numerusform>
            <numerusform>%1 keine Adresse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 line(s): %2.</source>
        <extracomment>%1 is how many lines a list has, %2 for example &quot;3 allowed, 1 refused and 1 not an address&quot;</extracomment>
        <translation>
            <numerusform>%1 Zeile: %2.</numerusform>
            <numerusform>%1 Zeilen: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>All authenticated.</source>
        <extracomment>What is assumed of all clients of a list</extracomment>
        <translation>Alle angemeldet.</translation>
    </message>
    <message>
        <source>All authenticated, at server %1.</source>
        <translation>Alle angemeldet, am Server %1.</translation>
    </message>
    <message>
        <source>All at server %1.</source>
        <extracomment>What is assumed of all clients of a list; %1 is the address of a server</extracomment>
        <translation>Alle am Server %1.</translation>
    </message>
</context>
<context>
    <name>CommandText</name>
    <message>
        <source>%2 has no option %1.</source>
        <extracomment>%1 is an option of the command line, %2 a command</extracomment>
        <translation>%2 hat keine Option %1.</translation>
    </message>
    <message>
        <source>%2 has no option %1. Was --%3 meant?</source>
        <extracomment>%1 is an option of the command line, %2 a command, %3 the option that was probably meant</extracomment>
        <translation>%2 hat keine Option %1. War --%3 gemeint?</translation>
    </message>
    <message>
        <source>--%1 does not take “%2”, only: %3.</source>
        <extracomment>%1 is an option of the command line, %2 the value it was given, %3 a list of the values it takes</extracomment>
        <translation>--%1 nimmt „%2“ nicht, nur: %3.</translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <extracomment>%1 is an option of the command line</extracomment>
        <translation>--%1 nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>--%1 needs a value: %2.</source>
        <extracomment>%1 is an option of the command line, %2 stands for its value, such as FILE</extracomment>
        <translation>--%1 braucht einen Wert: %2.</translation>
    </message>
    <message>
        <source>%1 needs more: %2.</source>
        <extracomment>%1 is a command, %2 what stands behind it, such as POLICY</extracomment>
        <translation>%1 braucht mehr: %2.</translation>
    </message>
    <message>
        <source>%1 does not know what to do with “%2”.</source>
        <extracomment>%1 is a command, %2 what is too much</extracomment>
        <translation>%1 kann mit „%2“ nichts anfangen.</translation>
    </message>
    <message>
        <source>Policy and addresses cannot both come from standard input: name a file for one.</source>
        <translation>Richtlinie und Adressen können nicht beide von der Standardeingabe kommen: Eines davon braucht eine Datei.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) is/are no address.</source>
        <extracomment>of standard input or the command line</extracomment>
        <translation>
            <numerusform>%n Zeile ist keine Adresse.</numerusform>
            <numerusform>%n Zeilen sind keine Adressen.</numerusform>
        </translation>
    </message>
    <message>
        <source>say for each address how the answer comes about</source>
        <translation>zu jeder Adresse sagen, wie die Antwort zustande kommt</translation>
    </message>
    <message>
        <source>There is no command “%1”. --help lists them.</source>
        <translation>Es gibt keinen Befehl „%1“. --help zeigt alle.</translation>
    </message>
    <message>
        <source>There is no command “%1”. Was %2 meant?</source>
        <translation>Es gibt keinen Befehl „%1“. War %2 gemeint?</translation>
    </message>
    <message>
        <source>Standard output could not be written.</source>
        <translation>Die Standardausgabe ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>format of the input, not its suffix</source>
        <translation>Format der Eingabe statt ihrer Endung</translation>
    </message>
    <message>
        <source>the same as --from</source>
        <translation>dasselbe wie --from</translation>
    </message>
    <message>
        <source>which list a plain list is: deny, allow (when not said) or local</source>
        <translation>welche Liste eine einfache Liste ist: deny, allow (ohne Angabe) oder local</translation>
    </message>
    <message>
        <source>RelayFlags for CSV and plain lists: 11, 0xB or deny,allow,authenticated</source>
        <translation>RelayFlags für CSV und einfache Listen: 11, 0xB oder deny,allow,authenticated</translation>
    </message>
    <message>
        <source>the server address that clients connect to</source>
        <translation>die Serveradresse, mit der sich Clients verbinden</translation>
    </message>
    <message>
        <source>clients have authenticated</source>
        <translation>Clients haben sich angemeldet</translation>
    </message>
    <message>
        <source>of flags 0: observed (everyone may relay) or literal (nobody may)</source>
        <translation>von Flags 0: observed (alle dürfen weiterleiten) oder literal (niemand darf)</translation>
    </message>
    <message>
        <source>answer in JSON, for programs</source>
        <translation>Antwort in JSON, für Programme</translation>
    </message>
    <message>
        <source>write although the result cannot hold everything</source>
        <translation>schreiben, obwohl das Ergebnis nicht alles aufnehmen kann</translation>
    </message>
    <message>
        <source>write although the result is an open relay and the input was not</source>
        <translation>schreiben, obwohl das Ergebnis ein offenes Relay ist und die Eingabe keines war</translation>
    </message>
    <message>
        <source>format of the output, not its suffix</source>
        <translation>Format der Ausgabe statt ihrer Endung</translation>
    </message>
    <message>
        <source>Write a policy in another format, and name what that cannot hold.</source>
        <translation>Eine Richtlinie in einem anderen Format schreiben und nennen, was dieses nicht aufnehmen kann.</translation>
    </message>
    <message>
        <source>Clients that have not authenticated see another difference.</source>
        <translation>Für Clients ohne Anmeldung ist der Unterschied ein anderer.</translation>
    </message>
    <message>
        <source>Clients that have authenticated see another difference: --authenticated shows it.</source>
        <translation>Für angemeldete Clients ist der Unterschied ein anderer: --authenticated zeigt ihn.</translation>
    </message>
    <message>
        <source>Clients that connect to other server addresses see another difference: --server shows it.</source>
        <translation>Für Clients an anderen Serveradressen ist der Unterschied ein anderer: --server zeigt ihn.</translation>
    </message>
    <message>
        <source>--limit does not take “%1”: write a number.</source>
        <extracomment>%1 is what was given</extracomment>
        <translation>--limit nimmt „%1“ nicht, nur eine Zahl.</translation>
    </message>
    <message>
        <source>Only one of the two can come from standard input.</source>
        <translation>Nur eine der beiden kann von der Standardeingabe kommen.</translation>
    </message>
    <message>
        <source>Stopped after %1 of %2 nets: see --limit. The counts are exact.</source>
        <translation>Nach %1 von %2 Netzen aufgehört: siehe --limit. Die Anzahlen sind genau.</translation>
    </message>
    <message>
        <source>list what is written differently as well</source>
        <translation>auch zeigen, was anders geschrieben ist</translation>
    </message>
    <message>
        <source>stop after N nets (1000 when not said); counts stay exact</source>
        <translation>nach N Netzen aufhören (ohne Angabe 1000); Anzahlen bleiben genau</translation>
    </message>
    <message>
        <source>Say exactly which addresses a change of policy gains and loses.</source>
        <translation>Genau sagen, welche Adressen eine Änderung der Richtlinie gewinnt und verliert.</translation>
    </message>
    <message>
        <source>List the file formats and what each cannot hold.</source>
        <translation>Die Dateiformate zeigen und was jedes nicht aufnehmen kann.</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Aufruf: %1</translation>
    </message>
    <message>
        <source>Says what an SMTP relay policy does: who may relay, why, and what is wrong with it.</source>
        <translation>Sagt, was eine Richtlinie für SMTP-Relays bewirkt: wer weiterleiten darf, warum, und was an ihr nicht stimmt.</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Befehle:</translation>
    </message>
    <message>
        <source>POLICY is a file (%1), or - for standard input.</source>
        <translation>POLICY ist eine Datei (%1) oder - für die Standardeingabe.</translation>
    </message>
    <message>
        <source>relaytabctl COMMAND --help says more about one command.</source>
        <translation>relaytabctl COMMAND --help sagt mehr über einen Befehl.</translation>
    </message>
    <message>
        <source>this text</source>
        <translation>dieser Text</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Optionen:</translation>
    </message>
    <message numerus="yes">
        <source>and %n more.</source>
        <translation>
            <numerusform>und %n weitere.</numerusform>
            <numerusform>und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no format “%1”, only: %2.</source>
        <extracomment>%1 is what was given, %2 a list of formats</extracomment>
        <translation>Es gibt kein Format „%1“, nur: %2.</translation>
    </message>
    <message>
        <source>--flags does not take “%1”: write 11, 0xB or deny,allow,authenticated.</source>
        <extracomment>%1 is what was given</extracomment>
        <translation>--flags nimmt „%1“ nicht: zulässig sind 11, 0xB oder deny,allow,authenticated.</translation>
    </message>
    <message>
        <source>The format cannot be told from the content. Name it with --from.</source>
        <translation>Das Format ist am Inhalt nicht zu erkennen. --from nennt es.</translation>
    </message>
    <message>
        <source>A CSV table has no RelayFlags: say with --flags which lists are in effect.</source>
        <translation>Eine CSV-Tabelle hat keine RelayFlags: --flags sagt, welche Listen in Kraft sind.</translation>
    </message>
    <message>
        <source>cannot hold %1.</source>
        <extracomment>%1 is for example &quot;the comment of Allow, row 3&quot;</extracomment>
        <translation>nicht aufgenommen: %1.</translation>
    </message>
    <message>
        <source>cannot hold %1 in all.</source>
        <extracomment>%1 is for example &quot;2,000 comments of rows&quot;</extracomment>
        <translation>insgesamt nicht aufgenommen: %1.</translation>
    </message>
    <message>
        <source>Which format “%1” is to have cannot be told from its name: say it with --to.</source>
        <extracomment>%1 is a file name</extracomment>
        <translation>Welches Format „%1“ haben soll, ist am Namen nicht zu erkennen: --to nennt es.</translation>
    </message>
    <message>
        <source>%1 was not written. --allow-loss writes it all the same.</source>
        <extracomment>%1 is a file name</extracomment>
        <translation>%1 wurde nicht geschrieben. Mit --allow-loss wird es trotzdem geschrieben.</translation>
    </message>
    <message>
        <source>%1 was not written: it would be an open relay, which the input is not. --allow-open-relay writes it all the same.</source>
        <extracomment>%1 is a file name</extracomment>
        <translation>%1 wurde nicht geschrieben: Es wäre ein offenes Relay, und die Eingabe ist keines. Mit --allow-open-relay wird es trotzdem geschrieben.</translation>
    </message>
    <message>
        <source>There are no expectations here, so nothing was proven.</source>
        <translation>Hier gibt es keine Erwartungen, also wurde nichts bewiesen.</translation>
    </message>
    <message>
        <source>take the expectations of this project file instead</source>
        <translation>stattdessen die Erwartungen dieser Projektdatei nehmen</translation>
    </message>
    <message>
        <source>Prove the expectations that a policy is kept with.</source>
        <translation>Die Erwartungen beweisen, die zu einer Richtlinie gehören.</translation>
    </message>
    <message>
        <source>Say whether addresses may relay, and which row decides.</source>
        <translation>Sagen, ob Adressen weiterleiten dürfen und welche Zeile entscheidet.</translation>
    </message>
    <message>
        <source>Without addresses, or with -, they are read from standard input, one a line.</source>
        <translation>Ohne Adressen oder mit - werden sie von der Standardeingabe gelesen, eine je Zeile.</translation>
    </message>
    <message>
        <source>There is no completion for “%1”, only for: bash, zsh, fish.</source>
        <extracomment>%1 is what was given as the name of a shell</extracomment>
        <translation>Für „%1“ gibt es keine Vervollständigung, nur für: bash, zsh, fish.</translation>
    </message>
    <message>
        <source>Print what bash, zsh or fish needs to complete these commands.</source>
        <translation>Ausgeben, was bash, zsh oder fish zum Vervollständigen dieser Befehle braucht.</translation>
    </message>
    <message>
        <source>leave out what is milder: note, warning (when not said), error, danger</source>
        <translation>Milderes weglassen: note, warning (ohne Angabe), error, danger</translation>
    </message>
    <message>
        <source>the server is Exchange 5.5 without Service Pack 1</source>
        <translation>der Server ist Exchange 5.5 ohne Service Pack 1</translation>
    </message>
    <message>
        <source>Say what is wrong or odd with a policy, row by row.</source>
        <translation>Sagen, was an einer Richtlinie falsch oder seltsam ist, Zeile für Zeile.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 row(s), now %3.</source>
        <translation>
            <numerusform>%1: %2 Zeile, jetzt %3.</numerusform>
            <numerusform>%1: %2 Zeilen, jetzt %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>write to this file instead of standard output</source>
        <translation>in diese Datei schreiben statt auf die Standardausgabe</translation>
    </message>
    <message>
        <source>Write the smallest equal lists, proven equal before they are written.</source>
        <translation>Die kleinsten gleichen Listen schreiben, vor dem Schreiben als gleich bewiesen.</translation>
    </message>
    <message>
        <source>%1 can never match and is gone, with its comment “%2”.</source>
        <extracomment>%1 is for example &quot;Allow, row 3&quot;, %2 its comment</extracomment>
        <translation>%1 kann nie zutreffen und ist weg, mit ihrem Kommentar „%2“.</translation>
    </message>
    <message>
        <source>--list is for plain lists: here every row is in a list already.</source>
        <translation>--list gilt für einfache Listen: Hier steht jede Zeile schon in einer Liste.</translation>
    </message>
    <message>
        <source>--flags is for CSV tables and plain lists: here the file has RelayFlags.</source>
        <translation>--flags gilt für CSV-Tabellen und einfache Listen: Hier hat die Datei RelayFlags.</translation>
    </message>
    <message>
        <source>--reg-data file follows the encoding.</source>
        <translation>--reg-data file folgt der Kodierung.</translation>
    </message>
    <message>
        <source>--reg-data is for registry files: here none is read.</source>
        <translation>--reg-data gilt für Registrierungsdateien: Hier wird keine gelesen.</translation>
    </message>
    <message>
        <source>of lists in a registry file: header (as its first line says, when not said) or file (its own)</source>
        <translation>der Listen in einer Registrierungsdatei: header (wie ihre erste Zeile sagt; ohne Angabe) oder file (ihre eigene)</translation>
    </message>
</context>
<context>
    <name>DifferenceWording</name>
    <message>
        <source>Anonymous clients</source>
        <translation>Anonyme Clients</translation>
    </message>
    <message>
        <source>Anonymous clients at a server address outside Local</source>
        <translation>Anonyme Clients an einer Serveradresse außerhalb von Lokal</translation>
    </message>
    <message>
        <source>Anonymous clients at a server address that left Local (%1)</source>
        <extracomment>%1 are server addresses</extracomment>
        <translation>Anonyme Clients an einer Serveradresse, die nicht mehr in Lokal steht (%1)</translation>
    </message>
    <message>
        <source>Anonymous clients at a server address new in Local (%1)</source>
        <extracomment>%1 are server addresses</extracomment>
        <translation>Anonyme Clients an einer Serveradresse neu in Lokal (%1)</translation>
    </message>
    <message>
        <source>Anonymous clients at a server address in Local (%1)</source>
        <extracomment>%1 are server addresses</extracomment>
        <translation>Anonyme Clients an einer Serveradresse in Lokal (%1)</translation>
    </message>
    <message>
        <source>Authenticated clients</source>
        <translation>Angemeldete Clients</translation>
    </message>
    <message>
        <source>Authenticated clients at a server address outside Local</source>
        <translation>Angemeldete Clients an einer Serveradresse außerhalb von Lokal</translation>
    </message>
    <message>
        <source>Authenticated clients at a server address that left Local (%1)</source>
        <extracomment>%1 are server addresses</extracomment>
        <translation>Angemeldete Clients an einer Serveradresse, die nicht mehr in Lokal steht (%1)</translation>
    </message>
    <message>
        <source>Authenticated clients at a server address new in Local (%1)</source>
        <extracomment>%1 are server addresses</extracomment>
        <translation>Angemeldete Clients an einer Serveradresse neu in Lokal (%1)</translation>
    </message>
    <message>
        <source>Authenticated clients at a server address in Local (%1)</source>
        <extracomment>%1 are server addresses</extracomment>
        <translation>Angemeldete Clients an einer Serveradresse in Lokal (%1)</translation>
    </message>
    <message>
        <source>All clients</source>
        <extracomment>Whether they authenticate or not</extracomment>
        <translation>Alle Clients</translation>
    </message>
    <message>
        <source>All clients at a server address outside Local</source>
        <translation>Alle Clients an einer Serveradresse außerhalb von Lokal</translation>
    </message>
    <message>
        <source>All clients at a server address that left Local (%1)</source>
        <extracomment>%1 are server addresses</extracomment>
        <translation>Alle Clients an einer Serveradresse, die nicht mehr in Lokal steht (%1)</translation>
    </message>
    <message>
        <source>All clients at a server address new in Local (%1)</source>
        <extracomment>%1 are server addresses</extracomment>
        <translation>Alle Clients an einer Serveradresse neu in Lokal (%1)</translation>
    </message>
    <message>
        <source>All clients at a server address in Local (%1)</source>
        <extracomment>%1 are server addresses</extracomment>
        <translation>Alle Clients an einer Serveradresse in Lokal (%1)</translation>
    </message>
    <message>
        <source>%1: proven equal</source>
        <extracomment>%1 is for example &quot;Authenticated clients&quot;: each gets the same verdict as before</extracomment>
        <translation>%1: beweisbar gleich</translation>
    </message>
    <message>
        <source>%1: lost %2, gained %3 (%4 → %5)</source>
        <extracomment>%1 is for example &quot;Anonymous clients&quot;, %2 &quot;64,768 addresses&quot;, %3 &quot;0&quot;, %4 and %5 how many may relay before and after</extracomment>
        <translation>%1: %2 verloren, %3 gewonnen (%4 → %5)</translation>
    </message>
    <message numerus="yes">
        <source>and %1 more net(s)</source>
        <extracomment>%1 is how many nets are not shown</extracomment>
        <translation>
            <numerusform>und %1 weiteres Netz</numerusform>
            <numerusform>und %1 weitere Netze</numerusform>
        </translation>
    </message>
    <message>
        <source>For example %1: allowed before, refused now</source>
        <extracomment>%1 is an address</extracomment>
        <translation>Zum Beispiel %1: vorher zugelassen, jetzt abgelehnt</translation>
    </message>
    <message>
        <source>For example %1: refused before, allowed now</source>
        <extracomment>%1 is an address</extracomment>
        <translation>Zum Beispiel %1: vorher abgelehnt, jetzt zugelassen</translation>
    </message>
    <message>
        <source>(off)</source>
        <extracomment>Behind a rule that is switched off</extracomment>
        <translation>(aus)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is for example &quot;Allow, row 4&quot;, %2 a rule</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %1 more row(s)</source>
        <extracomment>%1 is how many rows are not shown</extracomment>
        <translation>
            <numerusform>und %1 weitere Zeile</numerusform>
            <numerusform>und %1 weitere Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>The expectations are others</source>
        <translation>Die Erwartungen sind andere</translation>
    </message>
    <message>
        <source>As written: no row changed</source>
        <translation>Wie geschrieben: keine Zeile geändert</translation>
    </message>
    <message>
        <source>As written: rows added %1, removed %2, changed %3</source>
        <extracomment>How many rows were added, removed and changed</extracomment>
        <translation>Wie geschrieben: Zeilen hinzugefügt %1, entfernt %2, geändert %3</translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation>Nichts geändert.</translation>
    </message>
    <message>
        <source>Proven equal: no client gets another verdict.</source>
        <translation>Beweisbar gleich: Für keinen Client ändert sich die Entscheidung.</translation>
    </message>
    <message>
        <source>Only some clients get another verdict: those that authenticate, or by the server address.</source>
        <translation>Nur für manche Clients ändert sich die Entscheidung: für angemeldete oder je nach Serveradresse.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 row(s) become %3</source>
        <extracomment>%1 is the name of a list, %2 and %3 are how many rows it has and will have</extracomment>
        <translation>
            <numerusform>%1: aus %2 Zeile wird %3</numerusform>
            <numerusform>%1: aus %2 Zeilen werden %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Proven: the list matches the same addresses before and after. Comments stay with the row that stands for theirs.</source>
        <translation>Bewiesen: Die Liste trifft vorher und nachher dieselben Adressen. Kommentare bleiben bei der Zeile, die für ihre steht.</translation>
    </message>
    <message>
        <source>Nothing to merge in %1: no shorter list matches the same addresses.</source>
        <extracomment>%1 is the name of a list</extracomment>
        <translation>In %1 gibt es nichts zusammenzufassen: Keine kürzere Liste trifft dieselben Adressen.</translation>
    </message>
    <message numerus="yes">
        <source>The masks of %1 row(s) are repaired</source>
        <extracomment>%1 is how many</extracomment>
        <translation>
            <numerusform>Die Maske von %1 Zeile wird repariert</numerusform>
            <numerusform>Die Masken von %1 Zeilen werden repariert</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to repair: no mask has a fault with a certain remedy.</source>
        <translation>Nichts zu reparieren: Keine Maske hat einen Fehler, dessen Abhilfe sicher ist.</translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) are repaired</source>
        <extracomment>%1 is a number</extracomment>
        <translation>
            <numerusform>%1 Zeile wird repariert</numerusform>
            <numerusform>%1 Zeilen werden repariert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExpectationWording</name>
    <message>
        <source>Holds</source>
        <extracomment>State of an expectation</extracomment>
        <translation>Hält</translation>
    </message>
    <message>
        <source>Broken</source>
        <extracomment>State of an expectation</extracomment>
        <translation>Gebrochen</translation>
    </message>
    <message>
        <source>Not an address</source>
        <extracomment>State of an expectation: its client is no address</extracomment>
        <translation>Keine Adresse</translation>
    </message>
    <message>
        <source>Matches nothing</source>
        <extracomment>State of an expectation: its net can never match</extracomment>
        <translation>Trifft auf nichts zu</translation>
    </message>
    <message>
        <source>%1, authenticated, may relay</source>
        <extracomment>What is expected; %1 is an address or a net</extracomment>
        <translation>%1 darf angemeldet weiterleiten</translation>
    </message>
    <message>
        <source>%1, authenticated, is refused</source>
        <translation>%1 wird angemeldet abgelehnt</translation>
    </message>
    <message>
        <source>%1 may relay</source>
        <extracomment>What is expected; %1 is an address or a net</extracomment>
        <translation>%1 darf weiterleiten</translation>
    </message>
    <message>
        <source>%1 is refused</source>
        <translation>%1 wird abgelehnt</translation>
    </message>
    <message>
        <source>%1, authenticated, may relay at server %2</source>
        <extracomment>What is expected; %1 is an address or a net, %2 the address of a server</extracomment>
        <translation>%1 darf angemeldet am Server %2 weiterleiten</translation>
    </message>
    <message>
        <source>%1, authenticated, is refused at server %2</source>
        <translation>%1 wird angemeldet am Server %2 abgelehnt</translation>
    </message>
    <message>
        <source>%1 may relay at server %2</source>
        <extracomment>What is expected; %1 is an address or a net, %2 the address of a server</extracomment>
        <translation>%1 darf am Server %2 weiterleiten</translation>
    </message>
    <message>
        <source>%1 is refused at server %2</source>
        <translation>%1 wird am Server %2 abgelehnt</translation>
    </message>
    <message>
        <source>Expectation %1 holds: %2.</source>
        <extracomment>%1 counts expectations, %2 is for example &quot;10.0.0.1 may relay&quot;</extracomment>
        <translation>Erwartung %1 hält: %2.</translation>
    </message>
    <message>
        <source>Expectation %1 cannot be checked: “%2” is neither an address nor a net.</source>
        <extracomment>%1 counts expectations, %2 is what was written</extracomment>
        <translation>Erwartung %1 ist nicht prüfbar: „%2“ ist weder eine Adresse noch ein Netz.</translation>
    </message>
    <message>
        <source>Expectation %1 cannot be checked: %2 can never match an address.</source>
        <extracomment>%1 counts expectations, %2 is a net</extracomment>
        <translation>Erwartung %1 ist nicht prüfbar: %2 kann auf keine Adresse zutreffen.</translation>
    </message>
    <message>
        <source>Expectation %1 is broken: “%2” does not hold.</source>
        <extracomment>%1 counts expectations, %2 is for example &quot;10.0.0.1 may relay&quot;</extracomment>
        <translation>Erwartung %1 ist gebrochen: „%2“ gilt nicht.</translation>
    </message>
    <message numerus="yes">
        <source>Expectation %1 is broken: “%2” does not hold, for %3 may relay (%4 of %5).</source>
        <translation>
            <numerusform>Erwartung %1 ist gebrochen: „%2“ gilt nicht, denn %3 darf weiterleiten (%4 von %5).</numerusform>
            <numerusform>Erwartung %1 ist gebrochen: „%2“ gilt nicht, denn %3 darf weiterleiten (%4 von %5).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Expectation %1 is broken: “%2” does not hold, for %3 is refused (%4 of %5).</source>
        <extracomment>%1 counts expectations, %2 is for example &quot;10.0.0.0/8 may relay&quot;, %3 an address, %4 and %5 are how many addresses</extracomment>
        <translation>
            <numerusform>Erwartung %1 ist gebrochen: „%2“ gilt nicht, denn %3 wird abgelehnt (%4 von %5).</numerusform>
            <numerusform>Erwartung %1 ist gebrochen: „%2“ gilt nicht, denn %3 wird abgelehnt (%4 von %5).</numerusform>
        </translation>
    </message>
    <message>
        <source>Broken: %1 is allowed %2</source>
        <translation>Gebrochen: %1 erlaubt (%2)</translation>
    </message>
    <message>
        <source>Broken: %1 is refused %2</source>
        <extracomment>How an expectation came out; %1 is an address, %2 for example &quot;by Deny, row 1&quot;</extracomment>
        <translation>Gebrochen: %1 abgelehnt (%2)</translation>
    </message>
    <message numerus="yes">
        <source>All %1 expectations hold.</source>
        <extracomment>%1 is a number</extracomment>
        <translation>
            <numerusform>Die %1 Erwartung hält.</numerusform>
            <numerusform>Alle %1 Erwartungen halten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 expectations hold.</source>
        <extracomment>Both are numbers</extracomment>
        <translation>
            <numerusform>%1 von %2 Erwartung hält.</numerusform>
            <numerusform>%1 von %2 Erwartungen halten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FaultText</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a file, %2 a sentence</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, line %2, column %3: %4</source>
        <extracomment>%1 is a file, %4 a sentence</extracomment>
        <translation>%1, Zeile %2, Spalte %3: %4</translation>
    </message>
    <message>
        <source>%1 is none of the files that Relaytab reads: YAML, registry file, INI, CSV, plain list.</source>
        <translation>%1 ist keine der Dateien, die Relaytab liest: YAML, Registrierungsdatei, INI, CSV, einfache Liste.</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Relay policies</source>
        <translation>Relay-Richtlinien</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Save policy</source>
        <translation>Richtlinie speichern</translation>
    </message>
</context>
<context>
    <name>FileWording</name>
    <message>
        <source>unknown reason</source>
        <translation>unbekannter Grund</translation>
    </message>
    <message>
        <source>The file is not valid UTF-8 text.</source>
        <translation>Die Datei ist kein gültiger UTF-8-Text.</translation>
    </message>
    <message>
        <source>The file is in an encoding that this format does not use.</source>
        <translation>Die Datei hat eine Kodierung, die dieses Format nicht verwendet.</translation>
    </message>
    <message>
        <source>The file is in an encoding that this format does not use: %1.</source>
        <translation>Die Datei hat eine Kodierung, die dieses Format nicht verwendet: %1.</translation>
    </message>
    <message>
        <source>The first line must be “Windows Registry Editor Version 5.00” or “REGEDIT4”.</source>
        <translation>Die erste Zeile muss „Windows Registry Editor Version 5.00“ oder „REGEDIT4“ lauten.</translation>
    </message>
    <message>
        <source>This cannot be understood.</source>
        <translation>Das ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>This cannot be understood: %1</source>
        <translation>Das ist nicht zu verstehen: %1</translation>
    </message>
    <message>
        <source>“%1” is not a known key. Keys of your own begin with x-.</source>
        <extracomment>%1 is a key in a file</extracomment>
        <translation>„%1“ ist kein bekannter Schlüssel. Eigene Schlüssel beginnen mit x-.</translation>
    </message>
    <message>
        <source>“%1” is not a known key. Was “%2” meant?</source>
        <extracomment>%1 is a key in a file, %2 the nearest known one</extracomment>
        <translation>„%1“ ist kein bekannter Schlüssel. War „%2“ gemeint?</translation>
    </message>
    <message>
        <source>“%1” stands here for the second time.</source>
        <extracomment>%1 is a key in a file</extracomment>
        <translation>„%1“ steht hier zum zweiten Mal.</translation>
    </message>
    <message>
        <source>“%1” holds a value of the wrong kind.</source>
        <extracomment>%1 is a key in a file</extracomment>
        <translation>„%1“ hat einen Wert der falschen Art.</translation>
    </message>
    <message>
        <source>“%1” is no value of RelayFlags.</source>
        <extracomment>%1 is the text at fault</extracomment>
        <translation>„%1“ ist kein Wert von RelayFlags.</translation>
    </message>
    <message>
        <source>“%1” is neither on nor off: write true or false, in an INI file 1 or 0.</source>
        <extracomment>%1 is the text at fault; true, false, 0 and 1 are written in the file and not translated</extracomment>
        <translation>„%1“ ist weder an noch aus: zulässig sind true und false, in einer INI-Datei 1 und 0.</translation>
    </message>
    <message>
        <source>Version %1 of the file format is not known: a newer Relaytab may have written it.</source>
        <extracomment>%1 is a version number</extracomment>
        <translation>Version %1 des Dateiformats ist nicht bekannt: Vielleicht stammt die Datei von einem neueren Relaytab.</translation>
    </message>
    <message>
        <source>This part of YAML is not supported, because readers disagree about it: %1.</source>
        <extracomment>%1 names a part of the YAML language</extracomment>
        <translation>Dieser Teil von YAML wird nicht unterstützt, weil Programme ihn verschieden lesen: %1.</translation>
    </message>
    <message>
        <source>The file is nested too deeply.</source>
        <translation>Die Datei ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>Die Datei ist zu groß.</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <extracomment>%1 is a key in a file</extracomment>
        <translation>„%1“ fehlt.</translation>
    </message>
    <message>
        <source>“%1” does not fit in an expectation.</source>
        <extracomment>%1 is the text at fault</extracomment>
        <translation>„%1“ passt nicht in eine Erwartung.</translation>
    </message>
    <message>
        <source>This format cannot hold it: %1.</source>
        <extracomment>%1 names what cannot be written</extracomment>
        <translation>Dieses Format kann das nicht aufnehmen: %1.</translation>
    </message>
    <message>
        <source>“%1” is no rule: the row is kept and matches nothing.</source>
        <extracomment>%1 is the text of a row</extracomment>
        <translation>„%1“ ist keine Regel: Die Zeile bleibt erhalten und trifft auf nichts zu.</translation>
    </message>
    <message>
        <source>The key is spelled “Service”, which the mail server does not read; it will be written as “Services”.</source>
        <extracomment>Service and Services are names in the registry</extracomment>
        <translation>Der Schlüssel heißt hier „Service“, was der Mailserver nicht liest; geschrieben wird „Services“.</translation>
    </message>
    <message>
        <source>The file has both spellings of the key, “Service” and “Services”; the second was read.</source>
        <translation>Die Datei hat beide Schreibweisen des Schlüssels, „Service“ und „Services“; gelesen wurde die zweite.</translation>
    </message>
    <message>
        <source>There is no CurrentControlSet in the file; a numbered control set was read.</source>
        <translation>Die Datei hat kein CurrentControlSet; gelesen wurde ein nummerierter Steuersatz.</translation>
    </message>
    <message>
        <source>There is no CurrentControlSet in the file; %1 was read.</source>
        <translation>Die Datei hat kein CurrentControlSet; gelesen wurde %1.</translation>
    </message>
    <message>
        <source>The first line and the encoding of the file disagree. The first line was followed; Windows may read the lists differently.</source>
        <translation>Die erste Zeile und die Kodierung der Datei widersprechen sich. Es gilt die erste Zeile; Windows liest die Listen vielleicht anders.</translation>
    </message>
    <message>
        <source>An empty string stands inside a list: Windows programs do not see what follows it.</source>
        <translation>In einer Liste steht eine leere Zeichenkette: Was danach kommt, sehen Windows-Programme nicht.</translation>
    </message>
    <message>
        <source>A list has an odd number of bytes; the last one was left out.</source>
        <translation>Eine Liste hat eine ungerade Zahl von Bytes; das letzte wurde weggelassen.</translation>
    </message>
    <message>
        <source>%1 has a registry type that the mail server does not read.</source>
        <extracomment>%1 is the name of a registry value</extracomment>
        <translation>%1 hat einen Registrierungstyp, den der Mailserver nicht liest.</translation>
    </message>
    <message>
        <source>The file deletes values in the registry.</source>
        <translation>Die Datei löscht Werte in der Registrierung.</translation>
    </message>
    <message>
        <source>The file deletes %1 in the registry.</source>
        <translation>Die Datei löscht %1 in der Registrierung.</translation>
    </message>
    <message>
        <source>The line is longer than 199 bytes, and some programs cut it.</source>
        <translation>Die Zeile ist länger als 199 Bytes; manche Programme schneiden sie ab.</translation>
    </message>
    <message>
        <source>A comment with # and = in it: some programs read it as a key. Write ; instead of #.</source>
        <translation>Ein Kommentar mit # und =: Manche Programme lesen ihn als Schlüssel. Besser ; statt #.</translation>
    </message>
    <message>
        <source>The last line has no end.</source>
        <translation>Die letzte Zeile hat kein Zeilenende.</translation>
    </message>
    <message>
        <source>The format has no RelayFlags.</source>
        <translation>Das Format hat keine RelayFlags.</translation>
    </message>
    <message>
        <source>The format has no RelayFlags; %1 was taken.</source>
        <translation>Das Format hat keine RelayFlags; verwendet wird %1.</translation>
    </message>
    <message>
        <source>the comment of %1</source>
        <extracomment>Something that a file format cannot hold; %1 is for example &quot;Allow, row 3&quot;</extracomment>
        <translation>der Kommentar von %1</translation>
    </message>
    <message>
        <source>%1, which is switched off</source>
        <extracomment>Something that a file format cannot hold; %1 is for example &quot;Allow, row 3&quot;</extracomment>
        <translation>%1 (ausgeschaltet)</translation>
    </message>
    <message>
        <source>an expectation</source>
        <extracomment>Something that a file format cannot hold</extracomment>
        <translation>eine Erwartung</translation>
    </message>
    <message>
        <source>the expectation for %1</source>
        <translation>die Erwartung für %1</translation>
    </message>
    <message>
        <source>%1, which is IPv6</source>
        <extracomment>Something that a file format cannot hold; %1 is for example &quot;Allow, row 3&quot;</extracomment>
        <translation>%1 (IPv6)</translation>
    </message>
    <message>
        <source>%1, which is no rule</source>
        <extracomment>Something that a file format cannot hold; %1 is for example &quot;Allow, row 3&quot;</extracomment>
        <translation>%1 (keine Regel)</translation>
    </message>
    <message>
        <source>RelayFlags</source>
        <extracomment>Something that a file format cannot hold; RelayFlags is the name of a value</extracomment>
        <translation>RelayFlags</translation>
    </message>
    <message>
        <source>the list %1</source>
        <extracomment>Something that a file format cannot hold; %1 is the name of a list</extracomment>
        <translation>die Liste %1</translation>
    </message>
    <message>
        <source>comments and other content of the file</source>
        <extracomment>Something that does not carry over from one file to another</extracomment>
        <translation>Kommentare und anderer Inhalt der Datei</translation>
    </message>
    <message>
        <source>other content of the file: %1</source>
        <translation>anderer Inhalt der Datei: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 comment(s) of rows</source>
        <extracomment>These stand in a list of what a file format cannot hold; %1 is how many</extracomment>
        <translation>
            <numerusform>%1 Zeilenkommentar</numerusform>
            <numerusform>%1 Zeilenkommentare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) that is/are switched off</source>
        <translation>
            <numerusform>%1 ausgeschaltete Zeile</numerusform>
            <numerusform>%1 ausgeschaltete Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 expectation(s)</source>
        <translation>
            <numerusform>%1 Erwartung</numerusform>
            <numerusform>%1 Erwartungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 IPv6 row(s)</source>
        <translation>
            <numerusform>%1 IPv6-Zeile</numerusform>
            <numerusform>%1 IPv6-Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) that is/are no rule</source>
        <translation>
            <numerusform>%1 Zeile, die keine Regel ist</numerusform>
            <numerusform>%1 Zeilen, die keine Regel sind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 list(s)</source>
        <translation>
            <numerusform>%1 Liste</numerusform>
            <numerusform>%1 Listen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <extracomment>In all of these %1 is the path of a file</extracomment>
        <translation>%1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <extracomment>%1 is the path of a file, %2 the system&apos;s reason</extracomment>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>%1 is too large to be read.</source>
        <translation>%1 ist zu groß zum Lesen.</translation>
    </message>
    <message>
        <source>%1 may not be written: %2. Save it under another name.</source>
        <extracomment>%1 is the path of a file, %2 the system&apos;s reason</extracomment>
        <translation>%1 darf nicht geschrieben werden: %2. Ein anderer Dateiname hilft.</translation>
    </message>
    <message>
        <source>Another program is writing %1. Try again in a moment.</source>
        <translation>Ein anderes Programm schreibt gerade %1. Ein neuer Versuch in Kürze hilft.</translation>
    </message>
    <message>
        <source>%2 is writing %1. Try again in a moment.</source>
        <extracomment>%1 is the path of a file, %2 the name of a program</extracomment>
        <translation>%2 schreibt gerade %1. Ein neuer Versuch in Kürze hilft.</translation>
    </message>
    <message>
        <source>Another program changed %1 since it was read. Nothing was written.</source>
        <translation>Ein anderes Programm hat %1 seit dem Lesen geändert. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>There is no space left to write %1. What was there is untouched.</source>
        <translation>Für %1 ist kein Platz mehr. Der alte Inhalt ist unverändert.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. What was there is untouched.</source>
        <extracomment>%1 is the path of a file, %2 the system&apos;s reason</extracomment>
        <translation>%1 konnte nicht geschrieben werden: %2. Der alte Inhalt ist unverändert.</translation>
    </message>
    <message>
        <source>What was written to %1 does not read back the same. What was there is untouched.</source>
        <translation>Was für %1 geschrieben wurde, liest sich anders zurück. Der alte Inhalt ist unverändert.</translation>
    </message>
    <message>
        <source>Owner and permissions of %1 could not be kept. What was there is untouched.</source>
        <translation>Eigentümer und Rechte von %1 ließen sich nicht erhalten. Der alte Inhalt ist unverändert.</translation>
    </message>
    <message>
        <source>Owner and permissions of %1 could not be kept (%2). What was there is untouched.</source>
        <extracomment>%1 is the path of a file, %2 a technical word for what could not be kept</extracomment>
        <translation>Eigentümer und Rechte von %1 ließen sich nicht erhalten (%2). Der alte Inhalt ist unverändert.</translation>
    </message>
    <message>
        <source>The version of %1 that was to be replaced could not be kept. Nothing was written.</source>
        <translation>Die bisherige Fassung von %1 ließ sich nicht sichern. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>%1 was saved, but the disk did not confirm it: a power cut now may undo it.</source>
        <translation>%1 ist gespeichert, aber der Datenträger hat es nicht bestätigt: Ein Stromausfall jetzt kann es rückgängig machen.</translation>
    </message>
    <message>
        <source>Cancelled. %1 is untouched.</source>
        <translation>Abgebrochen. %1 ist unverändert.</translation>
    </message>
    <message>
        <source>YAML project</source>
        <extracomment>Name of the file format that holds everything</extracomment>
        <translation>YAML-Projekt</translation>
    </message>
    <message>
        <source>Registry file</source>
        <extracomment>Name of a file format: exported from the Windows registry</extracomment>
        <translation>Registrierungsdatei</translation>
    </message>
    <message>
        <source>INI file</source>
        <extracomment>Name of a file format</extracomment>
        <translation>INI-Datei</translation>
    </message>
    <message>
        <source>CSV table</source>
        <extracomment>Name of a file format: comma-separated values</extracomment>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>Plain list</source>
        <extracomment>Name of a file format: one address or net a line</extracomment>
        <translation>Einfache Liste</translation>
    </message>
    <message>
        <source>The mail server reads its restrictions when it starts. After importing the file, restart it:</source>
        <translation>Der Mailserver liest seine Einschränkungen beim Start. Nach dem Einspielen der Datei neu starten:</translation>
    </message>
    <message>
        <source>%1 is one of %2 names of the same file, and a save would part them. Save it under another name.</source>
        <extracomment>%1 is the path of a file, %2 a number</extracomment>
        <translation>%1 ist einer von %2 Namen derselben Datei, und Speichern würde sie trennen. Ein anderer Dateiname hilft.</translation>
    </message>
    <message>
        <source>The first line must be “%1”.</source>
        <translation>Die erste Zeile muss „%1“ lauten.</translation>
    </message>
    <message>
        <source>This cannot be understood: %1. “%2” is needed here.</source>
        <extracomment>%1 is the text at fault, %2 what would be right</extracomment>
        <translation>Das ist nicht zu verstehen: %1. Hier wird „%2“ gebraucht.</translation>
    </message>
    <message>
        <source>What was to be written does not read back as the same policy. Nothing was written.</source>
        <translation>Was geschrieben werden sollte, liest sich nicht als dieselbe Richtlinie zurück. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>What was to be written does not read back as the same policy: see “%1”. Nothing was written.</source>
        <translation>Was geschrieben werden sollte, liest sich nicht als dieselbe Richtlinie zurück: siehe „%1“. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The file does not hold the mail server&apos;s key, %1: no restriction was read.</source>
        <extracomment>%1 is the path of a key in the Windows registry</extracomment>
        <translation>Die Datei enthält den Schlüssel des Mailservers nicht, %1: Keine Einschränkung wurde gelesen.</translation>
    </message>
    <message>
        <source>“%1” is no value of RelayFlags. Was “%2” meant?</source>
        <extracomment>%1 is the text at fault, %2 what was probably meant</extracomment>
        <translation>„%1“ ist kein Wert für RelayFlags. War „%2“ gemeint?</translation>
    </message>
    <message>
        <source>“%1” is neither on nor off here: write %2.</source>
        <extracomment>%1 is the text at fault, %2 what was probably meant: true, false, 1 or 0</extracomment>
        <translation>„%1“ ist hier weder ein noch aus: Schreiben Sie %2.</translation>
    </message>
    <message>
        <source>“%1” does not fit in an expectation. Was “%2” meant?</source>
        <extracomment>%1 is the text at fault, %2 what was probably meant</extracomment>
        <translation>„%1“ passt nicht in eine Erwartung. War „%2“ gemeint?</translation>
    </message>
    <message>
        <source>Unsaved changes to a policy that has no file yet, from %1, were found.</source>
        <extracomment>The program had crashed; %1 is date and time</extracomment>
        <translation>Nicht gespeicherte Änderungen vom %1 an einer Richtlinie, die noch keine Datei hat, wurden gefunden.</translation>
    </message>
    <message>
        <source>Unsaved changes to %1 from %2 were found.</source>
        <extracomment>The program had crashed; %1 is the name of a file, %2 date and time</extracomment>
        <translation>Nicht gespeicherte Änderungen an %1 vom %2 wurden gefunden.</translation>
    </message>
    <message>
        <source>Unsaved changes from %1 were found but cannot be read. They are in %2.</source>
        <extracomment>The program had crashed; %1 is date and time, %2 the path of a file</extracomment>
        <translation>Nicht gespeicherte Änderungen vom %1 wurden gefunden, lassen sich aber nicht lesen. Sie liegen in %2.</translation>
    </message>
    <message>
        <source>Unsaved changes to %1 from %2 were found but cannot be read. They are in %3.</source>
        <extracomment>The program had crashed; %1 is the name of a file, %2 date and time, %3 the path of another file</extracomment>
        <translation>Nicht gespeicherte Änderungen an %1 vom %2 wurden gefunden, lassen sich aber nicht lesen. Sie liegen in %3.</translation>
    </message>
    <message numerus="yes">
        <source>%1 more will be asked about.</source>
        <extracomment>After “Unsaved changes ... were found.”; %1 is how many</extracomment>
        <translation>
            <numerusform>%1 weitere Frage folgt.</numerusform>
            <numerusform>%1 weitere Fragen folgen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another window has restored these changes already.</source>
        <translation>Ein anderes Fenster hat diese Änderungen schon wiederhergestellt.</translation>
    </message>
    <message>
        <source>A crash would lose what is not saved: no copy of it can be kept. %1</source>
        <extracomment>%1 is a sentence that says why</extracomment>
        <translation>Ein Absturz würde kosten, was nicht gespeichert ist: Eine Kopie davon lässt sich nicht anlegen. %1</translation>
    </message>
    <message>
        <source>d MMM yyyy hh:mm</source>
        <extracomment>Date and time in the letters of Qt: d is the day, MMM the month in letters, yyyy the year, hh:mm the time of day</extracomment>
        <translation>d. MMMM yyyy &apos;um&apos; hh:mm</translation>
    </message>
    <message>
        <source>The first line and the encoding of the file disagree. The encoding was followed; Windows may read the lists differently.</source>
        <translation>Die erste Zeile und die Kodierung der Datei widersprechen sich. Es gilt die Kodierung; Windows liest die Listen vielleicht anders.</translation>
    </message>
</context>
<context>
    <name>HelpDialogs</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <extracomment>The first line of the history: the policy before every edit</extracomment>
        <translation>Wie sie geöffnet wurde</translation>
    </message>
    <message>
        <source>About Relaytab</source>
        <translation>Über Relaytab</translation>
    </message>
    <message>
        <source>Edits SMTP relay restrictions as Microsoft described them in KB Q193922, on exact sets of addresses. Free software under the MIT licence.</source>
        <translation>Bearbeitet SMTP-Relay-Einschränkungen, wie Microsoft sie in KB Q193922 beschrieben hat, mit genauen Adressmengen. Freie Software unter der MIT-Lizenz.</translation>
    </message>
</context>
<context>
    <name>MaskWording</name>
    <message>
        <source>This rule matches no address.</source>
        <translation>Diese Regel trifft auf keine Adresse zu.</translation>
    </message>
    <message>
        <source>This rule matches %1, side by side.</source>
        <extracomment>%1 is for example &quot;256 addresses&quot;</extracomment>
        <translation>Diese Regel trifft auf %1 zu, nebeneinander.</translation>
    </message>
    <message numerus="yes">
        <source>This rule matches %1, scattered over %2 place(s).</source>
        <extracomment>%1 is for example &quot;128 addresses&quot;, %2 is a number</extracomment>
        <translation>
            <numerusform>Diese Regel trifft auf %1 zu, verstreut auf %2 Stelle.</numerusform>
            <numerusform>Diese Regel trifft auf %1 zu, verstreut auf %2 Stellen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The address has ones where the mask compares nothing (marked !): no address can match.</source>
        <translation>Die Adresse hat Einsen, wo die Maske nichts vergleicht (mit ! bezeichnet): Keine Adresse kann passen.</translation>
    </message>
    <message>
        <source>An old instruction (Q258140) advised to repeat the host number in the mask. It lets in others as well: for one host the mask is all ones.</source>
        <translation>Eine alte Anleitung (Q258140) riet, die Hostnummer in der Maske zu wiederholen. Das lässt auch andere herein: Für einen Host besteht die Maske nur aus Einsen.</translation>
    </message>
    <message>
        <source>Between the compared bits there are some that are not: the mask has gaps.</source>
        <translation>Zwischen den verglichenen Bits liegen welche, die es nicht sind: Die Maske hat Lücken.</translation>
    </message>
    <message>
        <source>Use %1</source>
        <extracomment>%1 is a mask</extracomment>
        <translation>%1 verwenden</translation>
    </message>
</context>
<context>
    <name>Undo Commands</name>
    <message>
        <source>Turn on %1 list</source>
        <translation>Liste %1 einschalten</translation>
    </message>
    <message>
        <source>Turn off %1 list</source>
        <translation>Liste %1 ausschalten</translation>
    </message>
    <message>
        <source>Let authenticated clients relay</source>
        <translation>Angemeldete Clients weiterleiten lassen</translation>
    </message>
    <message>
        <source>Stop authenticated clients</source>
        <translation>Angemeldete Clients nicht weiterleiten lassen</translation>
    </message>
    <message>
        <source>Set RelayFlags to %1</source>
        <translation>RelayFlags auf %1 setzen</translation>
    </message>
    <message>
        <source>Remove RelayFlags</source>
        <translation>RelayFlags entfernen</translation>
    </message>
    <message>
        <source>Repair %1, row %2</source>
        <extracomment>%1 is a list, %2 a row number</extracomment>
        <translation>%1, Zeile %2 reparieren</translation>
    </message>
    <message>
        <source>Change comment of %1, row %2</source>
        <translation>Kommentar von %1, Zeile %2 ändern</translation>
    </message>
    <message>
        <source>Turn on %1, row %2</source>
        <translation>%1, Zeile %2 einschalten</translation>
    </message>
    <message>
        <source>Turn off %1, row %2</source>
        <translation>%1, Zeile %2 ausschalten</translation>
    </message>
    <message>
        <source>Change mask of %1, row %2</source>
        <translation>Maske von %1, Zeile %2 ändern</translation>
    </message>
    <message>
        <source>Change net of %1, row %2</source>
        <translation>Netz von %1, Zeile %2 ändern</translation>
    </message>
    <message>
        <source>Change %1, row %2</source>
        <translation>%1, Zeile %2 ändern</translation>
    </message>
    <message numerus="yes">
        <source>Repair %n rule(s)</source>
        <translation>
            <numerusform>%n Regel reparieren</numerusform>
            <numerusform>%n Regeln reparieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n rule(s) into %1</source>
        <translation>
            <numerusform>%n Regel in %1 einfügen</numerusform>
            <numerusform>%n Regeln in %1 einfügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n rule(s) in %1</source>
        <translation>
            <numerusform>%n Regel in %1 verdoppeln</numerusform>
            <numerusform>%n Regeln in %1 verdoppeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n rule(s) to %1</source>
        <translation>
            <numerusform>%n Regel zu %1 hinzufügen</numerusform>
            <numerusform>%n Regeln zu %1 hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %n rule(s) in %1</source>
        <translation>
            <numerusform>%n Regel in %1 ersetzen</numerusform>
            <numerusform>%n Regeln in %1 ersetzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n rule(s) from %1</source>
        <translation>
            <numerusform>%n Regel aus %1 entfernen</numerusform>
            <numerusform>%n Regeln aus %1 entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turn on %n rule(s) in %1</source>
        <translation>
            <numerusform>%n Regel in %1 einschalten</numerusform>
            <numerusform>%n Regeln in %1 einschalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turn off %n rule(s) in %1</source>
        <translation>
            <numerusform>%n Regel in %1 ausschalten</numerusform>
            <numerusform>%n Regeln in %1 ausschalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n rule(s) in %1</source>
        <translation>
            <numerusform>%n Regel in %1 verschieben</numerusform>
            <numerusform>%n Regeln in %1 verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n rule(s)</source>
        <translation>
            <numerusform>%n Regel verdoppeln</numerusform>
            <numerusform>%n Regeln verdoppeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n rule(s)</source>
        <translation>
            <numerusform>%n Regel entfernen</numerusform>
            <numerusform>%n Regeln entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turn on %n rule(s)</source>
        <translation>
            <numerusform>%n Regel einschalten</numerusform>
            <numerusform>%n Regeln einschalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turn off %n rule(s)</source>
        <translation>
            <numerusform>%n Regel ausschalten</numerusform>
            <numerusform>%n Regeln ausschalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Add expectation %1</source>
        <extracomment>%1 is an address or a net</extracomment>
        <translation>Erwartung %1 hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Add %n expectation(s)</source>
        <translation>
            <numerusform>%n Erwartung hinzufügen</numerusform>
            <numerusform>%n Erwartungen hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Change expectation %1</source>
        <extracomment>%1 is its number</extracomment>
        <translation>Erwartung %1 ändern</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n expectation(s)</source>
        <translation>
            <numerusform>%n Erwartung entfernen</numerusform>
            <numerusform>%n Erwartungen entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %n rule(s) of %1</source>
        <translation>
            <numerusform>%n Regel aus %1 zusammenfassen</numerusform>
            <numerusform>%n Regeln aus %1 zusammenfassen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>%1 is on: row %2 matches.</source>
        <extracomment>%1 is the name of a list, %2 the number of a row in it</extracomment>
        <translation>%1 ist an: Zeile %2 trifft zu.</translation>
    </message>
    <message>
        <source>%1 is on: no row matches.</source>
        <extracomment>%1 is the name of a list</extracomment>
        <translation>%1 ist an: Keine Zeile trifft zu.</translation>
    </message>
    <message>
        <source>%1 is on: no row matches, because the server address is not known.</source>
        <extracomment>%1 is the name of the list Local</extracomment>
        <translation>%1 ist an: Keine Zeile trifft zu, denn die Serveradresse ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1: not reached (row %2 would match).</source>
        <translation>%1: nicht erreicht (Zeile %2 träfe zu).</translation>
    </message>
    <message>
        <source>%1: not reached.</source>
        <extracomment>%1 is the name of a list</extracomment>
        <translation>%1: nicht erreicht.</translation>
    </message>
    <message>
        <source>%1: off (row %2 would match).</source>
        <translation>%1: aus (Zeile %2 träfe zu).</translation>
    </message>
    <message>
        <source>%1: off.</source>
        <extracomment>%1 is the name of a list that is switched off</extracomment>
        <translation>%1: aus.</translation>
    </message>
    <message>
        <source>Authentication is on: the client authenticated.</source>
        <translation>Anmeldung ist an: Der Client hat sich angemeldet.</translation>
    </message>
    <message>
        <source>Authentication is on: the client did not authenticate.</source>
        <translation>Anmeldung ist an: Der Client hat sich nicht angemeldet.</translation>
    </message>
    <message>
        <source>Authentication: not reached.</source>
        <translation>Anmeldung: nicht erreicht.</translation>
    </message>
    <message>
        <source>Authentication: off.</source>
        <translation>Anmeldung: aus.</translation>
    </message>
    <message>
        <source>Deny is the only restriction: everyone else may relay.</source>
        <translation>Verweigern ist die einzige Einschränkung: Alle anderen dürfen weiterleiten.</translation>
    </message>
    <message>
        <source>Deny is not the only restriction: not being in it is not enough.</source>
        <translation>Verweigern ist nicht die einzige Einschränkung: Dort nicht zu stehen reicht nicht.</translation>
    </message>
    <message>
        <source>Only Deny: not reached.</source>
        <translation>Nur Verweigern: nicht erreicht.</translation>
    </message>
    <message>
        <source>Only Deny: does not apply, Deny is off.</source>
        <translation>Nur Verweigern: gilt nicht, Verweigern ist aus.</translation>
    </message>
    <message>
        <source>No restriction is on: everyone may relay.</source>
        <translation>Keine Einschränkung ist an: Alle dürfen weiterleiten.</translation>
    </message>
    <message>
        <source>Nothing applied: the client is refused.</source>
        <translation>Nichts davon gilt: Der Client wird abgelehnt.</translation>
    </message>
    <message>
        <source>Refusal of everyone else: not reached.</source>
        <translation>Ablehnung aller anderen: nicht erreicht.</translation>
    </message>
    <message>
        <source>%1 instead of %2</source>
        <extracomment>%1 and %2 are numbers: what the client&apos;s address has there, and what the rule asks for</extracomment>
        <translation>%1 statt %2</translation>
    </message>
    <message>
        <source>%1 instead of %2–%3</source>
        <extracomment>%1 to %3 are numbers: what the client&apos;s address has there, and the range the rule asks for</extracomment>
        <translation>%1 statt %2–%3</translation>
    </message>
    <message>
        <source>%1 instead of %2 under the mask %3</source>
        <extracomment>%1 to %3 are numbers: what the client&apos;s address has there, and what the rule asks for under the mask %3</extracomment>
        <translation>%1 statt %2 unter der Maske %3</translation>
    </message>
    <message>
        <source>Row %1 (%2) differs only in the first octet (%3).</source>
        <extracomment>%1 is the number of a row, %2 its rule, %3 is for example &quot;3 instead of 2&quot;</extracomment>
        <translation>Zeile %1 (%2) weicht nur im ersten Oktett ab (%3).</translation>
    </message>
    <message>
        <source>Row %1 (%2) differs only in the second octet (%3).</source>
        <extracomment>%1 is the number of a row, %2 its rule, %3 is for example &quot;3 instead of 2&quot;</extracomment>
        <translation>Zeile %1 (%2) weicht nur im zweiten Oktett ab (%3).</translation>
    </message>
    <message>
        <source>Row %1 (%2) differs only in the third octet (%3).</source>
        <extracomment>%1 is the number of a row, %2 its rule, %3 is for example &quot;3 instead of 2&quot;</extracomment>
        <translation>Zeile %1 (%2) weicht nur im dritten Oktett ab (%3).</translation>
    </message>
    <message>
        <source>Row %1 (%2) differs only in the fourth octet (%3).</source>
        <extracomment>%1 is the number of a row, %2 its rule, %3 is for example &quot;3 instead of 2&quot;</extracomment>
        <translation>Zeile %1 (%2) weicht nur im vierten Oktett ab (%3).</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Zugelassen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Depends</source>
        <extracomment>Verdict: another server address would change it</extracomment>
        <translation>Kommt darauf an</translation>
    </message>
    <message>
        <source>It depends on the server address the client connects to: Local is on and lists some.</source>
        <translation>Es hängt von der Serveradresse ab, mit der sich der Client verbindet: Lokal ist an und nennt welche.</translation>
    </message>
    <message>
        <source>by %1</source>
        <extracomment>Which row decided; %1 is for example &quot;Deny, row 1&quot;</extracomment>
        <translation>durch %1</translation>
    </message>
    <message>
        <source>because the client authenticated</source>
        <extracomment>Why the client is allowed</extracomment>
        <translation>weil der Client sich angemeldet hat</translation>
    </message>
    <message>
        <source>because Deny is the only restriction and does not list the client</source>
        <extracomment>Why the client is allowed</extracomment>
        <translation>weil Verweigern die einzige Einschränkung ist und den Client nicht nennt</translation>
    </message>
    <message>
        <source>because no restriction is on</source>
        <extracomment>Why the client is allowed</extracomment>
        <translation>weil keine Einschränkung an ist</translation>
    </message>
    <message>
        <source>because no rule applies</source>
        <extracomment>Why the client is refused</extracomment>
        <translation>weil keine Regel zutrifft</translation>
    </message>
    <message numerus="yes">
        <source>Row %1 (%2) comes nearest: it differs in %3 octet(s).</source>
        <extracomment>%1 is the number of a row, %2 its rule, %3 how many of the four octets differ, two at least</extracomment>
        <translation>
            <numerusform>Zeile %1 (%2) kommt am nächsten: Sie weicht in %3 Oktett ab.</numerusform>
            <numerusform>Zeile %1 (%2) kommt am nächsten: Sie weicht in %3 Oktetten ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>Row %1 (%2) differs only in group %3 (%4).</source>
        <extracomment>%1 is the number of a row, %2 its rule, %3 counts the groups of an IPv6 address from 1 to 8, %4 is for example &quot;3 instead of 2&quot;</extracomment>
        <translation>Zeile %1 (%2) weicht nur in Gruppe %3 ab (%4).</translation>
    </message>
    <message numerus="yes">
        <source>Row %1 (%2) comes nearest: it differs in %3 group(s).</source>
        <extracomment>%1 is the number of a row, %2 its rule, %3 how many of the eight groups of an IPv6 address differ, two at least</extracomment>
        <translation>
            <numerusform>Zeile %1 (%2) kommt am nächsten: Sie weicht in %3 Gruppe ab.</numerusform>
            <numerusform>Zeile %1 (%2) kommt am nächsten: Sie weicht in %3 Gruppen ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>The readings differ here: with no restriction set, servers were seen to relay for everyone (Q206968, Q260562), while by the letter of Q193922 nothing applies and the client is refused.</source>
        <translation>Hier unterscheiden sich die Lesarten: Ohne Einschränkung leiteten Server beobachtet für alle weiter (Q206968, Q260562), nach dem Wortlaut von Q193922 gilt nichts und der Client wird abgelehnt.</translation>
    </message>
    <message>
        <source>observed reading</source>
        <translation>beobachtete Lesart</translation>
    </message>
    <message>
        <source>literal reading</source>
        <translation>wörtliche Lesart</translation>
    </message>
    <message>
        <source>Closed</source>
        <extracomment>How open the relay is, the first of four: nobody may relay anonymously</extracomment>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Restricted</source>
        <extracomment>How open the relay is, the second of four: some addresses may relay</extracomment>
        <translation>Eingeschränkt</translation>
    </message>
    <message>
        <source>Wide</source>
        <extracomment>How open the relay is, the third of four: many Internet addresses may relay</extracomment>
        <translation>Weit</translation>
    </message>
    <message>
        <source>OPEN RELAY</source>
        <extracomment>How open the relay is, the last of four: everyone may relay. A warning, hence the capitals</extracomment>
        <translation>OFFENES RELAY</translation>
    </message>
    <message>
        <source>Restricted · %1</source>
        <extracomment>Badge; %1 is for example &quot;377 addresses&quot;</extracomment>
        <translation>Eingeschränkt · %1</translation>
    </message>
    <message>
        <source>Wide · %1</source>
        <extracomment>Badge; %1 is for example &quot;65,536 addresses&quot;</extracomment>
        <translation>Weit · %1</translation>
    </message>
    <message>
        <source>OPEN RELAY – Deny is the only restriction</source>
        <extracomment>Badge</extracomment>
        <translation>OFFENES RELAY – nur Verweigern schränkt ein</translation>
    </message>
    <message>
        <source>OPEN RELAY – Local matches every server address</source>
        <extracomment>Badge; Local is the name of the list</extracomment>
        <translation>OFFENES RELAY – Lokal trifft auf jede Serveradresse zu</translation>
    </message>
    <message>
        <source>OPEN RELAY – everyone is allowed</source>
        <extracomment>Badge</extracomment>
        <translation>OFFENES RELAY – alle sind zugelassen</translation>
    </message>
    <message>
        <source>OPEN RELAY – more than half of the Internet is allowed</source>
        <translation>OFFENES RELAY – mehr als das halbe Internet ist zugelassen</translation>
    </message>
    <message>
        <source>OPEN RELAY – no restriction is active</source>
        <extracomment>Badge</extracomment>
        <translation>OFFENES RELAY – keine Einschränkung ist aktiv</translation>
    </message>
    <message>
        <source>Anyone on the Internet can send through this server: no restriction is active.</source>
        <translation>Jeder im Internet kann über diesen Server senden: Keine Einschränkung ist aktiv.</translation>
    </message>
    <message>
        <source>Anyone on the Internet whom Deny does not list can send through this server: Deny is the only restriction.</source>
        <translation>Jeder im Internet, den Verweigern nicht nennt, kann über diesen Server senden: Verweigern ist die einzige Einschränkung.</translation>
    </message>
    <message>
        <source>Anyone on the Internet can send through this server: a Local row matches every server address.</source>
        <translation>Jeder im Internet kann über diesen Server senden: Eine Zeile in Lokal trifft auf jede Serveradresse zu.</translation>
    </message>
    <message>
        <source>Anyone on the Internet can send through this server: Allow matches every address.</source>
        <translation>Jeder im Internet kann über diesen Server senden: Zulassen trifft auf jede Adresse zu.</translation>
    </message>
    <message>
        <source>More than half of the Internet can send through this server: Allow is that wide.</source>
        <translation>Mehr als das halbe Internet kann über diesen Server senden: So weit ist Zulassen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 on the Internet can send through this server without authenticating.</source>
        <extracomment>%1 is for example &quot;65,536 addresses&quot;</extracomment>
        <translation>
            <numerusform>%1 im Internet kann ohne Anmeldung über diesen Server senden.</numerusform>
            <numerusform>%1 im Internet können ohne Anmeldung über diesen Server senden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 can send through this server without authenticating.</source>
        <extracomment>%1 is for example &quot;377 addresses&quot;</extracomment>
        <translation>
            <numerusform>%1 kann ohne Anmeldung über diesen Server senden.</numerusform>
            <numerusform>%1 können ohne Anmeldung über diesen Server senden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only clients that connect to a Local address can send through this server without authenticating.</source>
        <translation>Ohne Anmeldung können nur Clients über diesen Server senden, die sich mit einer Adresse aus Lokal verbinden.</translation>
    </message>
    <message>
        <source>Nobody can send through this server without authenticating.</source>
        <translation>Ohne Anmeldung kann niemand über diesen Server senden.</translation>
    </message>
    <message>
        <source>Everyone may relay: no restriction is active.</source>
        <translation>Alle dürfen weiterleiten: Keine Einschränkung ist aktiv.</translation>
    </message>
    <message>
        <source>Everyone may relay: Deny is the only restriction, and it matches nobody.</source>
        <translation>Alle dürfen weiterleiten: Verweigern ist die einzige Einschränkung und trifft auf niemanden zu.</translation>
    </message>
    <message numerus="yes">
        <source>Everyone may relay except %1 in Deny.</source>
        <extracomment>%1 is for example &quot;8 addresses&quot;</extracomment>
        <translation>
            <numerusform>Alle dürfen weiterleiten außer %1 in Verweigern.</numerusform>
            <numerusform>Alle dürfen weiterleiten außer %1 in Verweigern.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everyone may relay: Local matches every server address.</source>
        <translation>Alle dürfen weiterleiten: Lokal trifft auf jede Serveradresse zu.</translation>
    </message>
    <message>
        <source>Everyone may relay: Allow matches every address.</source>
        <translation>Alle dürfen weiterleiten: Zulassen trifft auf jede Adresse zu.</translation>
    </message>
    <message numerus="yes">
        <source>%1 may relay, more than half of the Internet.</source>
        <extracomment>%1 is for example &quot;3,000,000,000 addresses&quot;</extracomment>
        <translation>
            <numerusform>%1 darf weiterleiten, mehr als das halbe Internet.</numerusform>
            <numerusform>%1 dürfen weiterleiten, mehr als das halbe Internet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only authenticated clients and clients that connect to a Local address may relay.</source>
        <translation>Nur angemeldete Clients und Clients, die sich mit einer Adresse aus Lokal verbinden, dürfen weiterleiten.</translation>
    </message>
    <message>
        <source>Only authenticated clients may relay.</source>
        <translation>Nur angemeldete Clients dürfen weiterleiten.</translation>
    </message>
    <message>
        <source>Only clients that connect to a Local address may relay.</source>
        <translation>Nur Clients, die sich mit einer Adresse aus Lokal verbinden, dürfen weiterleiten.</translation>
    </message>
    <message>
        <source>Nobody may relay.</source>
        <translation>Niemand darf weiterleiten.</translation>
    </message>
    <message numerus="yes">
        <source>Only %1, authenticated clients and clients that connect to a Local address may relay.</source>
        <extracomment>%1 is for example &quot;377 addresses&quot;</extracomment>
        <translation>
            <numerusform>Nur %1, angemeldete Clients und Clients, die sich mit einer Adresse aus Lokal verbinden, dürfen weiterleiten.</numerusform>
            <numerusform>Nur %1, angemeldete Clients und Clients, die sich mit einer Adresse aus Lokal verbinden, dürfen weiterleiten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %1 and authenticated clients may relay.</source>
        <extracomment>%1 is for example &quot;377 addresses&quot;</extracomment>
        <translation>
            <numerusform>Nur %1 und angemeldete Clients dürfen weiterleiten.</numerusform>
            <numerusform>Nur %1 und angemeldete Clients dürfen weiterleiten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %1 and clients that connect to a Local address may relay.</source>
        <extracomment>%1 is for example &quot;377 addresses&quot;</extracomment>
        <translation>
            <numerusform>Nur %1 und Clients, die sich mit einer Adresse aus Lokal verbinden, dürfen weiterleiten.</numerusform>
            <numerusform>Nur %1 und Clients, die sich mit einer Adresse aus Lokal verbinden, dürfen weiterleiten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %1 may relay.</source>
        <extracomment>%1 is for example &quot;377 addresses&quot;</extracomment>
        <translation>
            <numerusform>Nur %1 darf weiterleiten.</numerusform>
            <numerusform>Nur %1 dürfen weiterleiten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Deny is on but has no row that matches: it refuses nobody.</source>
        <translation>Verweigern ist an, hat aber keine Zeile, die zutrifft: Niemand wird dadurch abgelehnt.</translation>
    </message>
    <message>
        <source>Local is on but has no row that matches: it allows nobody.</source>
        <translation>Lokal ist an, hat aber keine Zeile, die zutrifft: Niemand wird dadurch zugelassen.</translation>
    </message>
    <message>
        <source>Allow is on but has no row that matches: it allows nobody. That is a valid way to close the relay.</source>
        <translation>Zulassen ist an, hat aber keine Zeile, die zutrifft: Niemand wird dadurch zugelassen. So lässt sich das Relay gültig schließen.</translation>
    </message>
    <message>
        <source>no address yet</source>
        <extracomment>These are notes of two or three words in a narrow column of the table of rules</extracomment>
        <translation>noch keine Adresse</translation>
    </message>
    <message>
        <source>not an address</source>
        <translation>keine Adresse</translation>
    </message>
    <message>
        <source>larger than 255</source>
        <translation>größer als 255</translation>
    </message>
    <message>
        <source>leading zero</source>
        <translation>führende Null</translation>
    </message>
    <message>
        <source>not in the registry</source>
        <translation>nicht in der Registrierung</translation>
    </message>
    <message>
        <source>not a mask</source>
        <translation>keine Maske</translation>
    </message>
    <message>
        <source>never matches</source>
        <translation>trifft nie zu</translation>
    </message>
    <message>
        <source>wildcard mask</source>
        <translation>Wildcard-Maske</translation>
    </message>
    <message>
        <source>exchanged?</source>
        <translation>vertauscht?</translation>
    </message>
    <message>
        <source>mask has gaps</source>
        <translation>Maske mit Lücken</translation>
    </message>
    <message>
        <source>mask repeats the host</source>
        <translation>Maske wiederholt den Host</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>doppelt</translation>
    </message>
    <message>
        <source>same as row %1</source>
        <translation>wie Zeile %1</translation>
    </message>
    <message>
        <source>covered by row %1</source>
        <extracomment>Status of a row; %1 is the number of another row</extracomment>
        <translation>in Zeile %1 enthalten</translation>
    </message>
    <message>
        <source>covered by others</source>
        <translation>in anderen enthalten</translation>
    </message>
    <message>
        <source>Deny always wins</source>
        <translation>Verweigern siegt immer</translation>
    </message>
    <message numerus="yes">
        <source>%1 of them is/are denied</source>
        <extracomment>Status of a row; %1 is how many of its addresses</extracomment>
        <translation>
            <numerusform>%1 davon verweigert</numerusform>
            <numerusform>%1 davon verweigert</numerusform>
        </translation>
    </message>
    <message>
        <source>everyone may relay</source>
        <translation>alle dürfen weiterleiten</translation>
    </message>
    <message numerus="yes">
        <source>%1 Internet address(es)</source>
        <extracomment>Status of a row; %1 is how many</extracomment>
        <translation>
            <numerusform>%1 Internetadresse</numerusform>
            <numerusform>%1 Internetadressen</numerusform>
        </translation>
    </message>
    <message>
        <source>list is off</source>
        <translation>Liste ist aus</translation>
    </message>
    <message>
        <source>empty list</source>
        <translation>leere Liste</translation>
    </message>
    <message>
        <source>no restriction</source>
        <translation>keine Einschränkung</translation>
    </message>
    <message>
        <source>only Deny</source>
        <translation>nur Verweigern</translation>
    </message>
    <message>
        <source>unknown bits</source>
        <translation>unbekannte Bits</translation>
    </message>
    <message>
        <source>not rerouting</source>
        <translation>ohne Umleitung</translation>
    </message>
    <message>
        <source>may allow everyone</source>
        <translation>lässt wohl alle zu</translation>
    </message>
    <message>
        <source>perhaps a gateway</source>
        <translation>vielleicht ein Gateway</translation>
    </message>
    <message>
        <source>crash before SP1</source>
        <translation>Absturz vor SP1</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>geht verloren</translation>
    </message>
    <message>
        <source>includes .0</source>
        <translation>samt .0</translation>
    </message>
    <message>
        <source>The registry holds IPv4 only: this row is left out there.</source>
        <translation>Die Registrierung kennt nur IPv4: Diese Zeile fehlt dort.</translation>
    </message>
    <message>
        <source>This row can never match: address bits lie outside the mask.</source>
        <translation>Diese Zeile kann nie zutreffen: Bits der Adresse liegen außerhalb der Maske.</translation>
    </message>
    <message>
        <source>This looks like a router&apos;s wildcard mask. Here the ones of a mask are compared, not its zeros.</source>
        <translation>Das sieht nach der Wildcard-Maske eines Routers aus. Hier werden die Einsen einer Maske verglichen, nicht ihre Nullen.</translation>
    </message>
    <message>
        <source>Address and mask look exchanged.</source>
        <translation>Adresse und Maske sind anscheinend vertauscht.</translation>
    </message>
    <message numerus="yes">
        <source>The mask has gaps: it matches %1 scattered address(es).</source>
        <extracomment>%1 is how many</extracomment>
        <translation>
            <numerusform>Die Maske hat Lücken: Sie trifft auf %1 verstreute Adresse zu.</numerusform>
            <numerusform>Die Maske hat Lücken: Sie trifft auf %1 verstreute Adressen zu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The mask repeats the host number. An old instruction advised this (Q258140); it lets in %1 address(es).</source>
        <extracomment>%1 is how many addresses</extracomment>
        <translation>
            <numerusform>Die Maske wiederholt die Hostnummer. Eine alte Anleitung riet dazu (Q258140); das lässt %1 Adresse herein.</numerusform>
            <numerusform>Die Maske wiederholt die Hostnummer. Eine alte Anleitung riet dazu (Q258140); das lässt %1 Adressen herein.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another row says the same: one of them is enough.</source>
        <translation>Eine andere Zeile sagt dasselbe: Eine davon genügt.</translation>
    </message>
    <message>
        <source>Same as row %1: one of them is enough.</source>
        <translation>Wie Zeile %1: Eine davon genügt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of its addresses is/are refused by Deny row %2.</source>
        <extracomment>%1 is how many addresses of a row, %2 the number of a row in the list Deny</extracomment>
        <translation>
            <numerusform>%1 ihrer Adressen wird durch Zeile %2 in Verweigern abgelehnt.</numerusform>
            <numerusform>%1 ihrer Adressen werden durch Zeile %2 in Verweigern abgelehnt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of its addresses is/are refused by Deny.</source>
        <extracomment>%1 is how many addresses of a row</extracomment>
        <translation>
            <numerusform>%1 ihrer Adressen wird durch Verweigern abgelehnt.</numerusform>
            <numerusform>%1 ihrer Adressen werden durch Verweigern abgelehnt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everyone may relay: this row matches every address.</source>
        <translation>Alle dürfen weiterleiten: Diese Zeile trifft auf jede Adresse zu.</translation>
    </message>
    <message numerus="yes">
        <source>Everyone may relay: %1 row(s) together match every address.</source>
        <extracomment>%1 is how many rows</extracomment>
        <translation>
            <numerusform>Alle dürfen weiterleiten: %1 Zeile trifft auf jede Adresse zu.</numerusform>
            <numerusform>Alle dürfen weiterleiten: %1 Zeilen treffen zusammen auf jede Adresse zu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everyone may relay: rows %1 together match every address.</source>
        <extracomment>%1 lists the numbers of several rows, such as &quot;3, 5 and 8&quot;</extracomment>
        <translation>Alle dürfen weiterleiten: Die Zeilen %1 treffen zusammen auf jede Adresse zu.</translation>
    </message>
    <message numerus="yes">
        <source>%1 Internet address(es) may relay because of this row. Is it meant to be that wide?</source>
        <extracomment>%1 is how many</extracomment>
        <translation>
            <numerusform>%1 Internetadresse darf wegen dieser Zeile weiterleiten. Ist das so weit gewollt?</numerusform>
            <numerusform>%1 Internetadressen dürfen wegen dieser Zeile weiterleiten. Ist das so weit gewollt?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is switched off: its %2 row(s) have no effect.</source>
        <extracomment>%1 is the name of a list, %2 how many rows it has</extracomment>
        <translation>
            <numerusform>%1 ist ausgeschaltet: Die %2 Zeile hat keine Wirkung.</numerusform>
            <numerusform>%1 ist ausgeschaltet: Die %2 Zeilen haben keine Wirkung.</numerusform>
        </translation>
    </message>
    <message>
        <source>The RelayFlags bits %1 have no documented meaning; they are kept as they are.</source>
        <extracomment>%1 are bits of a number, such as 0x10</extracomment>
        <translation>Die RelayFlags-Bits %1 haben keine dokumentierte Bedeutung; sie bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Rerouting is off, but the old restrictions stay active (Q243045, Q256856). Clear flags and lists.</source>
        <translation>Das Umleiten ist aus, aber die alten Einschränkungen wirken weiter (Q243045, Q256856). Flags und Listen leeren.</translation>
    </message>
    <message>
        <source>On a server with one network card this allows everyone: every client connects to that address.</source>
        <translation>Auf einem Server mit einer Netzwerkkarte lässt das alle zu: Jeder Client verbindet sich mit dieser Adresse.</translation>
    </message>
    <message>
        <source>If a device translates addresses, every client may appear as %1.</source>
        <extracomment>%1 is an address</extracomment>
        <translation>Wenn ein Gerät Adressen umsetzt, kann jeder Client als %1 erscheinen.</translation>
    </message>
    <message>
        <source>Several rows in Allow crash the service before Service Pack 1 (Q179289).</source>
        <translation>Mehrere Zeilen in Zulassen bringen den Dienst vor Service Pack 1 zum Absturz (Q179289).</translation>
    </message>
    <message>
        <source>Expired on %1, still active on the server.</source>
        <extracomment>%1 is a date</extracomment>
        <translation>Am %1 abgelaufen, auf dem Server noch aktiv.</translation>
    </message>
    <message>
        <source>The range begins at .0: the address of the network itself is included, too.</source>
        <translation>Der Bereich beginnt bei .0: Auch die Adresse des Netzes selbst gehört dazu.</translation>
    </message>
    <message>
        <source>Other rows already cover this one.</source>
        <translation>Schon in anderen Zeilen enthalten.</translation>
    </message>
    <message>
        <source>Already covered by row %1.</source>
        <extracomment>%1 is the number of another row</extracomment>
        <translation>Schon in Zeile %1 enthalten.</translation>
    </message>
    <message>
        <source>Already covered by rows %1 together.</source>
        <extracomment>%1 lists the numbers of several rows, such as &quot;3, 5 and 8&quot;</extracomment>
        <translation>Schon in den Zeilen %1 zusammen enthalten.</translation>
    </message>
    <message numerus="yes">
        <source>Already covered by %1 row(s) together.</source>
        <extracomment>%1 is how many other rows</extracomment>
        <translation>
            <numerusform>Schon in %1 Zeile enthalten.</numerusform>
            <numerusform>Schon in %1 Zeilen zusammen enthalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Deny row %1 always wins: this row has no effect.</source>
        <extracomment>%1 is the number of a row in the list Deny</extracomment>
        <translation>Zeile %1 in Verweigern siegt immer: Diese Zeile hat keine Wirkung.</translation>
    </message>
    <message>
        <source>Deny rows %1 together always win: this row has no effect.</source>
        <extracomment>%1 lists the numbers of several rows in the list Deny, such as &quot;3, 5 and 8&quot;</extracomment>
        <translation>Die Zeilen %1 in Verweigern siegen zusammen immer: Diese Zeile hat keine Wirkung.</translation>
    </message>
    <message>
        <source>Deny always wins: this row has no effect.</source>
        <translation>Verweigern siegt immer: Diese Zeile hat keine Wirkung.</translation>
    </message>
    <message>
        <source>Remove row</source>
        <extracomment>Button: take the row out of its list</extracomment>
        <translation>Zeile entfernen</translation>
    </message>
    <message>
        <source>Show %1</source>
        <extracomment>Button: go to a row; %1 is for example &quot;Deny, row 1&quot;</extracomment>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Explain</source>
        <extracomment>Button: show what the mask does, bit by bit</extracomment>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Limit to private nets</source>
        <extracomment>Button: replace a row that allows everyone by the private nets such as 10.0.0.0</extracomment>
        <translation>Auf private Netze beschränken</translation>
    </message>
    <message>
        <source>Use %1</source>
        <extracomment>Button; %1 is a rule</extracomment>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Use host %1</source>
        <extracomment>Button; %1 is an address</extracomment>
        <translation>Host %1 verwenden</translation>
    </message>
    <message>
        <source>Use network %1</source>
        <extracomment>Button; %1 is the address of a net</extracomment>
        <translation>Netz %1 verwenden</translation>
    </message>
    <message>
        <source>Use mask %1</source>
        <extracomment>Button; %1 is a mask</extracomment>
        <translation>Maske %1 verwenden</translation>
    </message>
    <message>
        <source>Exchange address and mask</source>
        <extracomment>Button: exchange the two columns of a row</extracomment>
        <translation>Adresse und Maske tauschen</translation>
    </message>
    <message>
        <source>Host only</source>
        <extracomment>Button: narrow a row down to one address</extracomment>
        <translation>Nur dieser Host</translation>
    </message>
    <message>
        <source>Unbroken part: mask %1</source>
        <translation>Lückenloser Teil: Maske %1</translation>
    </message>
    <message>
        <source>Clear these bits</source>
        <extracomment>Button: clear bits that have no documented meaning</extracomment>
        <translation>Diese Bits löschen</translation>
    </message>
    <message>
        <source>Clear flags and lists</source>
        <extracomment>Button</extracomment>
        <translation>Flags und Listen leeren</translation>
    </message>
    <message>
        <source>Set RelayFlags to %1</source>
        <extracomment>Button; RelayFlags is the name of a registry value, %1 a number</extracomment>
        <translation>RelayFlags auf %1 setzen</translation>
    </message>
    <message>
        <source>A space does not belong in an address.</source>
        <translation>Ein Leerzeichen gehört nicht in eine Adresse.</translation>
    </message>
    <message>
        <source>“%1” does not belong in an address.</source>
        <extracomment>%1 is a character</extracomment>
        <translation>„%1“ gehört nicht in eine Adresse.</translation>
    </message>
    <message>
        <source>“%1” (%2) does not belong in an address: plain digits, dots and colons do.</source>
        <extracomment>%1 is a character, %2 its Unicode number such as U+FF11</extracomment>
        <translation>„%1“ (%2) gehört nicht in eine Adresse, wohl aber einfache Ziffern, Punkte und Doppelpunkte.</translation>
    </message>
    <message>
        <source>The character %1 does not belong in an address.</source>
        <extracomment>%1 is the Unicode number of an invisible character, such as U+200B</extracomment>
        <translation>Das Zeichen %1 gehört nicht in eine Adresse.</translation>
    </message>
    <message>
        <source>“%1” is ambiguous: leave out the leading zero.</source>
        <extracomment>%1 is a number that was typed with a leading zero</extracomment>
        <translation>„%1“ ist mehrdeutig: Die führende Null gehört weg.</translation>
    </message>
    <message>
        <source>“%1” is ambiguous: some systems read it as %2. Write %3.</source>
        <extracomment>%1 is what was typed, for example 010; %2 what others read, 8; %3 what was probably meant, 10</extracomment>
        <translation>„%1“ ist mehrdeutig: Manche Systeme lesen es als %2. Eindeutig ist %3.</translation>
    </message>
    <message>
        <source>“%1” is ambiguous because of its leading zero. Write %2.</source>
        <extracomment>%1 is what was typed, for example 08; %2 what was probably meant, 8</extracomment>
        <translation>„%1“ ist wegen der führenden Null mehrdeutig. Eindeutig ist %2.</translation>
    </message>
    <message>
        <source>Enter a network or host address.</source>
        <translation>Hier fehlt die Adresse eines Netzes oder Hosts.</translation>
    </message>
    <message>
        <source>Four numbers 0–255 are needed, for example 192.168.1.0.</source>
        <translation>Nötig sind vier Zahlen von 0 bis 255, zum Beispiel 192.168.1.0.</translation>
    </message>
    <message>
        <source>A number is missing: four numbers 0–255 are needed, for example 192.168.1.0.</source>
        <translation>Eine Zahl fehlt: Nötig sind vier Zahlen von 0 bis 255, zum Beispiel 192.168.1.0.</translation>
    </message>
    <message>
        <source>“%1” is larger than 255.</source>
        <extracomment>%1 is a number that was typed</extracomment>
        <translation>„%1“ ist größer als 255.</translation>
    </message>
    <message>
        <source>A group of the IPv6 address is empty: write 0, or :: once for several zero groups.</source>
        <translation>Eine Gruppe der IPv6-Adresse ist leer: 0 schreiben oder einmal :: für mehrere Nullgruppen.</translation>
    </message>
    <message>
        <source>“%1” is too long for a group of an IPv6 address: four hexadecimal digits at most.</source>
        <translation>„%1“ ist zu lang für eine Gruppe einer IPv6-Adresse: höchstens vier Hexadezimalziffern.</translation>
    </message>
    <message>
        <source>An IPv6 address has eight groups, or fewer with :: in it, for example 2001:db8::1.</source>
        <translation>Eine IPv6-Adresse hat acht Gruppen, mit :: darin weniger, zum Beispiel 2001:db8::1.</translation>
    </message>
    <message>
        <source>In an IPv6 address :: may stand only once.</source>
        <translation>In einer IPv6-Adresse darf :: nur einmal stehen.</translation>
    </message>
    <message>
        <source>This is an IPv4 address in IPv6 form. Write %1.</source>
        <extracomment>%1 is an IPv4 address</extracomment>
        <translation>Das ist eine IPv4-Adresse in IPv6-Form. Eindeutig ist %1.</translation>
    </message>
    <message>
        <source>“%1” names a network card; a rule has none. Leave it out.</source>
        <extracomment>%1 is the zone behind an IPv6 address, such as %eth0</extracomment>
        <translation>„%1“ nennt eine Netzwerkkarte; eine Regel hat keine. Das gehört weg.</translation>
    </message>
    <message>
        <source>“%1” names a network card; a rule has none. Write %2.</source>
        <extracomment>%1 is the zone behind an IPv6 address, such as %eth0; %2 the address without it</extracomment>
        <translation>„%1“ nennt eine Netzwerkkarte; eine Regel hat keine. Richtig ist %2.</translation>
    </message>
    <message>
        <source>Enter a mask, for example 255.255.255.0 or /24.</source>
        <translation>Hier fehlt eine Maske, zum Beispiel 255.255.255.0 oder /24.</translation>
    </message>
    <message>
        <source>A mask is needed here, for example 255.255.255.0 or /24.</source>
        <translation>Hier ist eine Maske nötig, zum Beispiel 255.255.255.0 oder /24.</translation>
    </message>
    <message>
        <source>“%1” is not a mask. Write one such as 255.255.255.0 or /24.</source>
        <translation>„%1“ ist keine Maske. Eine Maske ist zum Beispiel 255.255.255.0 oder /24.</translation>
    </message>
    <message>
        <source>/%1 is longer than the address: IPv4 has 32 bits, IPv6 has 128.</source>
        <extracomment>%1 is a prefix length that was typed, such as 33</extracomment>
        <translation>/%1 ist länger als die Adresse: IPv4 hat 32 Bits, IPv6 hat 128.</translation>
    </message>
    <message>
        <source>Address and mask do not fit: one is IPv4, the other IPv6.</source>
        <translation>Adresse und Maske passen nicht zusammen: Das eine ist IPv4, das andere IPv6.</translation>
    </message>
    <message>
        <source>The range ends before it begins: exchange its two ends.</source>
        <translation>Der Bereich endet vor seinem Anfang: Die beiden Enden sind zu tauschen.</translation>
    </message>
    <message>
        <source>A range needs two IPv4 or two IPv6 addresses, not one of each.</source>
        <translation>Ein Bereich braucht zwei IPv4- oder zwei IPv6-Adressen, nicht je eine.</translation>
    </message>
    <message>
        <source>Only an address and a mask are needed. Put a remark behind #.</source>
        <translation>Nötig sind nur Adresse und Maske. Eine Bemerkung gehört hinter #.</translation>
    </message>
    <message>
        <source>Deny</source>
        <extracomment>Name of the list of clients that are always refused (RelayDenyList)</extracomment>
        <translation>Verweigern</translation>
    </message>
    <message>
        <source>Allow</source>
        <extracomment>Name of the list of clients that may relay (RelayAllowList)</extracomment>
        <translation>Zulassen</translation>
    </message>
    <message>
        <source>Local</source>
        <extracomment>Name of the list of the server&apos;s own addresses (RelayLocalIPList)</extracomment>
        <translation>Lokal</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <extracomment>%1 is the name of a list, %2 the number of a row</extracomment>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>Note</source>
        <extracomment>Severity of a finding, the mildest of four</extracomment>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <extracomment>Severity of a finding, the second of four</extracomment>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <extracomment>Severity of a finding, the third of four: the row cannot be used</extracomment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Danger</source>
        <extracomment>Severity of a finding, the gravest of four: the relay is open</extracomment>
        <translation>Gefahr</translation>
    </message>
    <message>
        <source>about %1</source>
        <extracomment>%1 is a power of two such as 2^96, rounded down</extracomment>
        <translation>etwa %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 address(es)</source>
        <extracomment>%1 is how many, for example 1,024 or 2^96</extracomment>
        <translation>
            <numerusform>%1 Adresse</numerusform>
            <numerusform>%1 Adressen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 IPv6 address(es)</source>
        <extracomment>%1 is how many, for example 1,024 or 2^96</extracomment>
        <translation>
            <numerusform>%1 IPv6-Adresse</numerusform>
            <numerusform>%1 IPv6-Adressen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>%1 is for example &quot;377 addresses&quot;, %2 is for example &quot;2^96 IPv6 addresses&quot;</extracomment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>No restriction is active: the server relays for anyone. Turn on Allow or authentication.</source>
        <translation>Keine Einschränkung ist aktiv: Der Server leitet für alle weiter. Zulassen oder Anmeldung einschalten.</translation>
    </message>
    <message>
        <source>Everyone whom Deny does not list may relay. Turn on Allow or authentication as well.</source>
        <translation>Alle, die Verweigern nicht nennt, dürfen weiterleiten. Dazu Zulassen oder Anmeldung einschalten.</translation>
    </message>
    <message>
        <source>Turn row off</source>
        <extracomment>Button: keep the row but switch it off</extracomment>
        <translation>Zeile ausschalten</translation>
    </message>
    <message>
        <source>Turn on</source>
        <extracomment>Button: switch a list on</extracomment>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Turn on Allow list</source>
        <extracomment>Button; Allow is the name of a list</extracomment>
        <translation>Liste Zulassen einschalten</translation>
    </message>
    <message>
        <source>Turn on authentication</source>
        <extracomment>Button: let clients that authenticate relay</extracomment>
        <translation>Anmeldung einschalten</translation>
    </message>
    <message>
        <source>They are all in private networks.</source>
        <extracomment>&quot;They&quot; are the addresses that may relay</extracomment>
        <translation>Sie liegen alle in privaten Netzen.</translation>
    </message>
    <message>
        <source>They are all on the Internet.</source>
        <extracomment>&quot;They&quot; are the addresses that may relay</extracomment>
        <translation>Sie liegen alle im Internet.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of them is/are on the Internet.</source>
        <extracomment>%1 is a number</extracomment>
        <translation>
            <numerusform>%1 davon liegt im Internet.</numerusform>
            <numerusform>%1 davon liegen im Internet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is/are always refused.</source>
        <extracomment>%1 is for example &quot;8 addresses&quot;</extracomment>
        <translation>
            <numerusform>%1 wird immer abgelehnt.</numerusform>
            <numerusform>%1 werden immer abgelehnt.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is an IPv4 mask in IPv6 form. Write %1.</source>
        <extracomment>%1 is an IPv4 mask</extracomment>
        <translation>Das ist eine IPv4-Maske in IPv6-Form. Schreiben Sie %1.</translation>
    </message>
    <message numerus="yes">
        <source>Comments, rows that are switched off, expectations: %1 of them is/are not kept in this kind of file. A YAML project keeps everything.</source>
        <extracomment>%1 is how many comments, rows and expectations together</extracomment>
        <translation>
            <numerusform>Kommentare, ausgeschaltete Zeilen, Erwartungen: %1 davon geht in einer solchen Datei verloren. Ein YAML-Projekt behält alles.</numerusform>
            <numerusform>Kommentare, ausgeschaltete Zeilen, Erwartungen: %1 davon gehen in einer solchen Datei verloren. Ein YAML-Projekt behält alles.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as YAML project…</source>
        <extracomment>Button</extracomment>
        <translation>Als YAML-Projekt speichern…</translation>
    </message>
    <message>
        <source>“/” does not belong in an address: its mask stands in a place of its own.</source>
        <translation>„/“ gehört nicht in eine Adresse: Ihre Maske steht an einer eigenen Stelle.</translation>
    </message>
</context>
<context>
    <name>relaytab::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>&amp;Regeln</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>Start a new policy</source>
        <translation>Eine neue Richtlinie anfangen</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>Short, on the tool bar.</extracomment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open a policy file</source>
        <translation>Eine Richtliniendatei öffnen</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>Read a policy as the start of a new one</source>
        <translation>Eine Richtlinie als Anfang einer neuen einlesen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save the policy</source>
        <translation>Die Richtlinie speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>Fenster s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Verlauf…</translation>
    </message>
    <message>
        <source>Cu&amp;t rows</source>
        <translation>Zeilen &amp;ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste rows</source>
        <translation>Zeilen &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Filter…</source>
        <translation>&amp;Filtern…</translation>
    </message>
    <message>
        <source>&amp;Add rule</source>
        <translation>Regel &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Add a rule below the current one</source>
        <translation>Eine Regel unter der aktuellen hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove rules</source>
        <translation>Regeln &amp;entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>Short, on the tool bar.</extracomment>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected rules</source>
        <translation>Die ausgewählten Regeln entfernen</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Verdoppeln</translation>
    </message>
    <message>
        <source>Switch &amp;on or off</source>
        <translation>Ein- oder aus&amp;schalten</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Fix…</source>
        <translation>&amp;Reparieren…</translation>
    </message>
    <message>
        <source>&amp;Explain this cell</source>
        <translation>Diese Zelle er&amp;klären</translation>
    </message>
    <message>
        <source>&amp;Next problem</source>
        <translation>&amp;Nächstes Problem</translation>
    </message>
    <message>
        <source>&amp;Previous problem</source>
        <translation>Vor&amp;iges Problem</translation>
    </message>
    <message>
        <source>&amp;Test an address</source>
        <translation>&amp;Eine Adresse testen</translation>
    </message>
    <message>
        <source>&amp;Go to the deciding row</source>
        <translation>&amp;Zur entscheidenden Zeile</translation>
    </message>
    <message>
        <source>&amp;Deny</source>
        <translation>&amp;Verweigern</translation>
    </message>
    <message>
        <source>Allo&amp;w</source>
        <translation>&amp;Zulassen</translation>
    </message>
    <message>
        <source>&amp;Local</source>
        <translation>&amp;Lokal</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <extracomment>All three lists together.</extracomment>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>Ne&amp;xt pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>V&amp;origer Bereich</translation>
    </message>
    <message>
        <source>Appea&amp;rance</source>
        <extracomment>Light or dark colours.</extracomment>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>RelayFlags &amp;0 means</source>
        <extracomment>How RelayFlags 0 is read.</extracomment>
        <translation>RelayFlags &amp;0 bedeutet</translation>
    </message>
    <message>
        <source>&amp;Everyone may relay (observed)</source>
        <translation>&amp;Alle dürfen weiterleiten (beobachtet)</translation>
    </message>
    <message>
        <source>&amp;Nobody may relay (by the letter)</source>
        <translation>&amp;Niemand darf weiterleiten (wörtlich)</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>&amp;Bewegung verringern</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Relaytab</source>
        <translation>&amp;Über Relaytab</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <extracomment>%1 is a step such as &quot;Remove 3 rules from Deny&quot;</extracomment>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <extracomment>%1 is a step such as &quot;Remove 3 rules from Deny&quot;</extracomment>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>Ver&amp;gleichen</translation>
    </message>
    <message>
        <source>Show &amp;difference</source>
        <translation>&amp;Unterschied zeigen</translation>
    </message>
    <message>
        <source>Compare with &amp;file…</source>
        <translation>Mit &amp;Datei vergleichen…</translation>
    </message>
    <message>
        <source>&amp;Pin as expectation</source>
        <translation>Als Erwartung &amp;festhalten</translation>
    </message>
    <message>
        <source>Show &amp;expectations</source>
        <translation>Er&amp;wartungen zeigen</translation>
    </message>
    <message>
        <source>Repair all &amp;masks…</source>
        <translation>Alle &amp;Masken reparieren…</translation>
    </message>
    <message>
        <source>Mer&amp;ge rules…</source>
        <translation>Regeln &amp;zusammenfassen…</translation>
    </message>
    <message>
        <source>&amp;Review changes…</source>
        <translation>Änderungen &amp;prüfen…</translation>
    </message>
    <message>
        <source>Review</source>
        <extracomment>Short, on the tool bar.</extracomment>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>See what a save would change, and save</source>
        <translation>Sehen, was Speichern ändern würde, und speichern</translation>
    </message>
    <message>
        <source>Test &amp;many clients</source>
        <translation>&amp;Viele Clients testen</translation>
    </message>
</context>
<context>
    <name>relaytab::ClientListModel</name>
    <message>
        <source>%1: %2, %3</source>
        <extracomment>Read aloud: a client, what happens to it, and why</extracomment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Line %1, %2: %3</source>
        <extracomment>Read aloud; %1 is the number of a line, %2 the title of a column, %3 what its cell holds</extracomment>
        <translation>Zeile %1, %2: %3</translation>
    </message>
    <message>
        <source>Client IP</source>
        <translation>Client-IP</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Deciding rule</source>
        <translation>Entscheidende Regel</translation>
    </message>
</context>
<context>
    <name>relaytab::ClientListView</name>
    <message>
        <source>&amp;Go to the deciding row</source>
        <translation>Zur entscheidenden &amp;Zeile</translation>
    </message>
    <message>
        <source>Show in the &amp;tester</source>
        <translation>Im &amp;Tester zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste a list</source>
        <translation>Liste &amp;einfügen</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
</context>
<context>
    <name>relaytab::ClientsFlow</name>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
</context>
<context>
    <name>relaytab::ClientsPanel</name>
    <message>
        <source>Paste a list of addresses or nets, one a line: here with %1, or into Client IP. Each line is answered, and stays right while you edit.</source>
        <translation>Eine Liste von Adressen oder Netzen einfügen, je Zeile eine: hier mit %1 oder in Client-IP. Jede Zeile wird beantwortet und bleibt beim Bearbeiten aktuell.</translation>
    </message>
    <message>
        <source>Not checked.</source>
        <translation>Nicht geprüft.</translation>
    </message>
    <message>
        <source>Nothing was pasted but empty lines and comments.</source>
        <translation>Eingefügt wurden nur leere Zeilen und Kommentare.</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>Result of the list</source>
        <translation>Ergebnis der Liste</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Lines to show</source>
        <translation>Anzuzeigende Zeilen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Ask about the clients in the clipboard, one a line (%1)</source>
        <translation>Die Clients in der Zwischenablage prüfen, je Zeile einer (%1)</translation>
    </message>
    <message>
        <source>Paste a list of clients</source>
        <translation>Liste von Clients einfügen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the lines that are shown as text, tab separated</source>
        <translation>Die angezeigten Zeilen als Text kopieren, durch Tabulatoren getrennt</translation>
    </message>
    <message>
        <source>Copy the lines that are shown</source>
        <translation>Die angezeigten Zeilen kopieren</translation>
    </message>
</context>
<context>
    <name>relaytab::CloseQuestion</name>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>Die Änderungen an %1 speichern?</translation>
    </message>
    <message>
        <source>They are lost otherwise.</source>
        <translation>Sonst gehen sie verloren.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
</context>
<context>
    <name>relaytab::ComparisonFlow</name>
    <message>
        <source>Compare with a file</source>
        <translation>Mit einer Datei vergleichen</translation>
    </message>
    <message>
        <source>Compared with %1 as it is on disk</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>Verglichen mit %1, wie sie auf der Platte steht</translation>
    </message>
    <message>
        <source>Compared with %1</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>Verglichen mit %1</translation>
    </message>
    <message>
        <source>Compared with %1 as it was saved at %2</source>
        <extracomment>%1 is the name of a file, %2 a time of the day</extracomment>
        <translation>Verglichen mit %1, wie sie um %2 gespeichert wurde</translation>
    </message>
    <message>
        <source>Compared with %1 as it was opened</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>Verglichen mit %1, wie sie geöffnet wurde</translation>
    </message>
    <message>
        <source>Compared with what was imported</source>
        <translation>Verglichen mit dem, was importiert wurde</translation>
    </message>
    <message>
        <source>Compared with the empty policy</source>
        <translation>Verglichen mit der leeren Richtlinie</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
</context>
<context>
    <name>relaytab::DifferenceModel</name>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
</context>
<context>
    <name>relaytab::DifferencePanel</name>
    <message>
        <source>Not compared.</source>
        <translation>Nicht verglichen.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Compare a&amp;gain</source>
        <translation>&amp;Noch einmal vergleichen</translation>
    </message>
    <message>
        <source>Compare with the &amp;saved version</source>
        <translation>Mit ge&amp;speicherter Fassung</translation>
    </message>
    <message>
        <source>C&amp;ompare with file…</source>
        <translation>Mit Dat&amp;ei vergleichen…</translation>
    </message>
    <message>
        <source>Co&amp;py as text</source>
        <translation>Als Te&amp;xt kopieren</translation>
    </message>
</context>
<context>
    <name>relaytab::DifferenceView</name>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
</context>
<context>
    <name>relaytab::EmptyState</name>
    <message>
        <source>No policy is open</source>
        <translation>Keine Richtlinie ist geöffnet</translation>
    </message>
    <message>
        <source>Start a new relay policy, or open the one your mail server has: a registry file, INI or YAML.</source>
        <translation>Fangen Sie eine neue Relay-Richtlinie an, oder öffnen Sie die Ihres Mailservers: eine Registrierungsdatei, INI oder YAML.</translation>
    </message>
    <message>
        <source>&amp;New policy</source>
        <translation>&amp;Neue Richtlinie</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Edit a policy file</source>
        <translation>Eine Richtliniendatei bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Import from an old server…</source>
        <translation>Von altem Server &amp;importieren…</translation>
    </message>
    <message>
        <source>Read a policy as the start of a new one; the file itself is never written</source>
        <translation>Eine Richtlinie als Anfang einer neuen einlesen; die Datei selbst wird nie geschrieben</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
</context>
<context>
    <name>relaytab::ExpectationView</name>
    <message>
        <source>Expectations</source>
        <translation>Erwartungen</translation>
    </message>
</context>
<context>
    <name>relaytab::ExpectationsFlow</name>
    <message numerus="yes">
        <source>%Ln expectation(s) broken</source>
        <translation>
            <numerusform>%Ln Erwartung gebrochen</numerusform>
            <numerusform>%Ln Erwartungen gebrochen</numerusform>
        </translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation>Erwartungen</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <extracomment>How many expectations hold, of how many: &quot;2/3&quot;</extracomment>
        <translation>%1/%2</translation>
    </message>
</context>
<context>
    <name>relaytab::ExpectationsModel</name>
    <message>
        <source>any</source>
        <extracomment>Instead of a server address: it is not known, or does not matter.</extracomment>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Type an address or net</source>
        <extracomment>In the blank row below the expectations</extracomment>
        <translation>Adresse oder Netz eingeben</translation>
    </message>
    <message>
        <source>New expectation, %1</source>
        <extracomment>Read aloud; %1 is the title of a column</extracomment>
        <translation>Neue Erwartung, %1</translation>
    </message>
    <message>
        <source>yes</source>
        <extracomment>Read aloud: the client of an expectation has authenticated</extracomment>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Expectation %1 of %2, %3: %4</source>
        <extracomment>Read aloud; %1 and %2 count expectations, %3 is the title of a column, %4 what its cell holds</extracomment>
        <translation>Erwartung %1 von %2, %3: %4</translation>
    </message>
    <message>
        <source>Client IP</source>
        <translation>Client-IP</translation>
    </message>
    <message>
        <source>Server IP</source>
        <translation>Server-IP</translation>
    </message>
    <message>
        <source>Authenticated</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Expected</source>
        <extracomment>Title of a column: the verdict that is expected</extracomment>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
</context>
<context>
    <name>relaytab::ExpectationsPanel</name>
    <message>
        <source>No expectations yet. Type an address or a net that must stay allowed or refused; edits that break it are told at once.</source>
        <translation>Noch keine Erwartungen. Geben Sie eine Adresse oder ein Netz ein, das erlaubt oder abgelehnt bleiben muss; bricht eine Änderung das, wird es sofort gemeldet.</translation>
    </message>
    <message>
        <source>State of the expectations</source>
        <translation>Stand der Erwartungen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add an expectation (%1)</source>
        <translation>Eine Erwartung hinzufügen (%1)</translation>
    </message>
    <message>
        <source>Add an expectation</source>
        <translation>Eine Erwartung hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected expectations (%1)</source>
        <translation>Die ausgewählten Erwartungen entfernen (%1)</translation>
    </message>
    <message>
        <source>Remove the selected expectations</source>
        <translation>Die ausgewählten Erwartungen entfernen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Show in the tester what happens to it, or to the address that breaks it</source>
        <translation>Im Tester zeigen, was damit geschieht, oder mit der Adresse, die sie bricht</translation>
    </message>
    <message>
        <source>Show in the tester</source>
        <translation>Im Tester zeigen</translation>
    </message>
</context>
<context>
    <name>relaytab::ExplainDialog</name>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>New row</source>
        <translation>Neue Zeile</translation>
    </message>
    <message>
        <source>On: whether the rule takes part. A rule that is off matches nothing.</source>
        <translation>An: ob die Regel mitwirkt. Eine Regel, die aus ist, trifft auf nichts zu.</translation>
    </message>
    <message>
        <source>Net: the address that remains when the mask has been laid on the client&apos;s address. 192.168.1.0/24, 192.168.1.0;255.255.255.0 and ranges are understood here too.</source>
        <translation>Netz: die Adresse, die übrig bleibt, wenn die Maske auf die Adresse des Clients gelegt wurde. Auch 192.168.1.0/24, 192.168.1.0;255.255.255.0 und Bereiche werden hier verstanden.</translation>
    </message>
    <message>
        <source>Mask: which bits of an address are compared. Left out, all of them are: one host.</source>
        <translation>Maske: welche Bits einer Adresse verglichen werden. Fehlt sie, sind es alle: ein Host.</translation>
    </message>
    <message>
        <source>Matches: how many addresses the rule matches.</source>
        <translation>Treffer: auf wie viele Adressen die Regel zutrifft.</translation>
    </message>
    <message>
        <source>Status: the gravest thing to be said about the rule.</source>
        <translation>Status: das Ernsteste, was über die Regel zu sagen ist.</translation>
    </message>
    <message>
        <source>Comment: for people. The mail server never sees it.</source>
        <translation>Kommentar: für Menschen. Der Mailserver sieht ihn nie.</translation>
    </message>
    <message>
        <source>List: the list that the rule belongs to.</source>
        <translation>Liste: die Liste, zu der die Regel gehört.</translation>
    </message>
    <message>
        <source>Bits of the rule</source>
        <translation>Bits der Regel</translation>
    </message>
</context>
<context>
    <name>relaytab::FileNotices</name>
    <message>
        <source>Opened to read only: %1</source>
        <translation>Nur zum Lesen geöffnet: %1</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <translation>
            <numerusform>Und %Ln weiteres.</numerusform>
            <numerusform>Und %Ln weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy commands</source>
        <translation>Befehle kopieren</translation>
    </message>
    <message>
        <source>Another program changed %1.</source>
        <translation>Ein anderes Programm hat %1 geändert.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Take what is on disk; edits in this window are lost</source>
        <translation>Nehmen, was auf der Platte ist; Änderungen in diesem Fenster gehen verloren</translation>
    </message>
    <message>
        <source>The next save replaces what is on disk; a backup of it is kept</source>
        <translation>Das nächste Speichern ersetzt, was auf der Platte ist; eine Sicherung davon bleibt</translation>
    </message>
    <message>
        <source>%1 is gone. Saving writes it anew.</source>
        <translation>%1 ist verschwunden. Speichern legt die Datei neu an.</translation>
    </message>
    <message>
        <source>%1 cannot be read any more.</source>
        <translation>%1 lässt sich nicht mehr lesen.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>relaytab::FlagsPanel</name>
    <message numerus="yes">
        <source>%Ln rule(s)</source>
        <translation>
            <numerusform>%Ln Regel</numerusform>
            <numerusform>%Ln Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Deny list in effect</source>
        <translation>Liste &amp;Verweigern wirksam</translation>
    </message>
    <message>
        <source>Refuse clients whose address is in Deny, also when they authenticate</source>
        <translation>Clients ablehnen, deren Adresse in Verweigern steht, auch wenn sie sich anmelden</translation>
    </message>
    <message>
        <source>Allo&amp;w list in effect</source>
        <translation>Liste &amp;Zulassen wirksam</translation>
    </message>
    <message>
        <source>Relay for clients whose address is in Allow</source>
        <translation>Für Clients weiterleiten, deren Adresse in Zulassen steht</translation>
    </message>
    <message>
        <source>&amp;Local address list in effect</source>
        <translation>Liste der &amp;lokalen Adressen wirksam</translation>
    </message>
    <message>
        <source>Relay for clients that connect to a server address in Local</source>
        <translation>Für Clients weiterleiten, die sich mit einer Serveradresse aus Lokal verbinden</translation>
    </message>
    <message>
        <source>A&amp;uthenticated clients may relay</source>
        <translation>Angemeldete Clients dürfen &amp;weiterleiten</translation>
    </message>
    <message>
        <source>Relay for clients that have authenticated</source>
        <translation>Für Clients weiterleiten, die sich angemeldet haben</translation>
    </message>
    <message>
        <source>· other bits than 1, 2, 4 and 8 are kept as they are</source>
        <translation>· andere Bits als 1, 2, 4 und 8 bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>· a client in Deny is refused even when it authenticates</source>
        <translation>· ein Client in Verweigern wird auch dann abgelehnt, wenn er sich anmeldet</translation>
    </message>
</context>
<context>
    <name>relaytab::ListPage</name>
    <message>
        <source>Deny rules</source>
        <translation>Regeln in Verweigern</translation>
    </message>
    <message>
        <source>Allow rules</source>
        <translation>Regeln in Zulassen</translation>
    </message>
    <message>
        <source>Local address rules</source>
        <translation>Regeln der lokalen Adressen</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>Alle Regeln</translation>
    </message>
    <message>
        <source>The order of rows has no effect on what the server does. Sorting changes only this view.</source>
        <translation>Die Reihenfolge der Zeilen ändert nichts daran, was der Server tut. Sortieren ändert nur diese Ansicht.</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Off – these rows have no effect.</source>
        <translation>Aus – diese Zeilen haben keine Wirkung.</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>No row contains “%1”.</source>
        <translation>Keine Zeile enthält „%1“.</translation>
    </message>
    <message>
        <source>Test this address</source>
        <translation>Diese Adresse testen</translation>
    </message>
    <message>
        <source>Nobody is explicitly refused.</source>
        <translation>Niemand wird ausdrücklich abgelehnt.</translation>
    </message>
    <message>
        <source>No addresses yet. Paste a list or type 192.168.1.0/24.</source>
        <translation>Noch keine Adressen. Fügen Sie eine Liste ein, oder geben Sie 192.168.1.0/24 ein.</translation>
    </message>
    <message>
        <source>For servers with several network cards: clients may relay when they connect to an address that is listed here, for example the one inside your network.</source>
        <translation>Für Server mit mehreren Netzwerkkarten: Clients dürfen weiterleiten, wenn sie sich mit einer Adresse verbinden, die hier steht, zum Beispiel mit der in Ihrem Netz.</translation>
    </message>
    <message>
        <source>No rules yet. Add some to Deny, Allow or Local.</source>
        <translation>Noch keine Regeln. Fügen Sie welche zu Verweigern, Zulassen oder Lokal hinzu.</translation>
    </message>
</context>
<context>
    <name>relaytab::MainWindow</name>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter by text or address</source>
        <translation>Nach Text oder Adresse filtern</translation>
    </message>
    <message>
        <source>Open policy</source>
        <translation>Richtlinie öffnen</translation>
    </message>
    <message>
        <source>Import a policy as a new one</source>
        <translation>Eine Richtlinie als neue importieren</translation>
    </message>
    <message>
        <source>OPEN RELAY – </source>
        <extracomment>Before the name of the file in the title of the window</extracomment>
        <translation>OFFENES RELAY – </translation>
    </message>
    <message>
        <source>saved %1</source>
        <extracomment>%1 is a time of the day</extracomment>
        <translation>gespeichert %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rule(s)</source>
        <translation>
            <numerusform>%Ln Regel</numerusform>
            <numerusform>%Ln Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>read only</source>
        <translation>nur lesen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>In Arbeit…</translation>
    </message>
</context>
<context>
    <name>relaytab::PasteReport</name>
    <message>
        <source>Line %1:  %2    – %3</source>
        <extracomment>A pasted line that is no rule: its number, its text, why</extracomment>
        <translation>Zeile %1:  %2    – %3</translation>
    </message>
    <message>
        <source>Lines that were not pasted</source>
        <translation>Zeilen, die nicht eingefügt wurden</translation>
    </message>
    <message>
        <source>%1, %2:</source>
        <extracomment>%1 is for example &quot;6 lines became rules&quot;, %2 is for example &quot;2 lines did not&quot;</extracomment>
        <translation>%1, %2:</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) became rules</source>
        <translation>
            <numerusform>%Ln Zeile wurde zu Regeln</numerusform>
            <numerusform>%Ln Zeilen wurden zu Regeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) did not</source>
        <translation>
            <numerusform>%Ln Zeile nicht</numerusform>
            <numerusform>%Ln Zeilen nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>Result of the paste</source>
        <translation>Ergebnis des Einfügens</translation>
    </message>
    <message>
        <source>Copy these lines</source>
        <translation>Diese Zeilen kopieren</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Paste as suggested</source>
        <translation>Wie vorgeschlagen einfügen</translation>
    </message>
</context>
<context>
    <name>relaytab::PolicyView</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Tester</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Not pasted</source>
        <translation>Nicht eingefügt</translation>
    </message>
</context>
<context>
    <name>relaytab::ProblemsModel</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is for example &quot;Allow, row 4&quot;, %2 a sentence
----------
Read aloud; %1 is for example &quot;Warning&quot;, %2 a sentence</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>Read aloud; %1 is for example &quot;Warning&quot;, %2 is for example &quot;Allow, row 4&quot;, %3 a sentence</extracomment>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>relaytab::ProblemsPanel</name>
    <message>
        <source>Looking for problems… %1 %</source>
        <translation>Probleme werden gesucht… %1 %</translation>
    </message>
    <message>
        <source>No problems found.</source>
        <translation>Keine Probleme gefunden.</translation>
    </message>
    <message>
        <source>The worst %1 of %2 problems:</source>
        <translation>Die schlimmsten %1 von %2 Problemen:</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Repair all of this kind…</source>
        <translation>Alle dieser Art reparieren…</translation>
    </message>
</context>
<context>
    <name>relaytab::ProgressLine</name>
    <message>
        <source>Comparing…</source>
        <translation>Vergleiche…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Wird kopiert…</translation>
    </message>
</context>
<context>
    <name>relaytab::ReadingChoice</name>
    <message>
        <source>Reads the file again, and its lists as its encoding says</source>
        <translation>Liest die Datei noch einmal, und ihre Listen so, wie ihre Kodierung sagt</translation>
    </message>
    <message>
        <source>Reads the file again, and its lists as its first line says</source>
        <translation>Liest die Datei noch einmal, und ihre Listen so, wie ihre erste Zeile sagt</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Discard the changes to %1?</source>
        <translation>Die Änderungen an %1 verwerfen?</translation>
    </message>
    <message>
        <source>Reading the file the other way makes other rows of it.</source>
        <translation>Anders gelesen ergibt die Datei andere Zeilen.</translation>
    </message>
    <message>
        <source>&amp;Discard and read</source>
        <translation>&amp;Verwerfen und lesen</translation>
    </message>
    <message>
        <source>Read lists &amp;by the encoding</source>
        <extracomment>Of a registry file, whose encoding and first line disagree about how its lists are stored</extracomment>
        <translation>Listen nach der &amp;Kodierung lesen</translation>
    </message>
    <message>
        <source>Read lists &amp;by the first line</source>
        <extracomment>Of a registry file, whose encoding and first line disagree about how its lists are stored</extracomment>
        <translation>Listen nach der &amp;Kopfzeile lesen</translation>
    </message>
</context>
<context>
    <name>relaytab::RecoveryFlow</name>
    <message>
        <source>Restore m&amp;y changes</source>
        <translation>&amp;Jetzt wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Keep for later</source>
        <translation>S&amp;päter</translation>
    </message>
    <message>
        <source>They are offered again at the next start</source>
        <translation>Sie werden beim nächsten Start wieder angeboten</translation>
    </message>
    <message>
        <source>Discard the&amp;m</source>
        <translation>Änder&amp;ungen verwerfen</translation>
    </message>
    <message>
        <source>Removes them for good; the file stays as it is</source>
        <translation>Löscht sie endgültig; die Datei bleibt, wie sie ist</translation>
    </message>
</context>
<context>
    <name>relaytab::RelayFlagsEdit</name>
    <message>
        <source>A whole number from 0 to 4294967295 is needed.</source>
        <translation>Nötig ist eine ganze Zahl von 0 bis 4294967295.</translation>
    </message>
    <message>
        <source>RelayFlags, hexadecimal</source>
        <extracomment>A second field for the same number. RelayFlags is a name and stays.</extracomment>
        <translation>RelayFlags, hexadezimal</translation>
    </message>
    <message>
        <source>absent</source>
        <extracomment>The registry value does not exist.</extracomment>
        <translation>fehlt</translation>
    </message>
</context>
<context>
    <name>relaytab::ReviewFlow</name>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>Review the changes to %1</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>Änderungen an %1 prüfen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern unter…</translation>
    </message>
    <message>
        <source>Another program changed %1 since it was read. Saving will ask what to do; below, its lines are compared with what is on disk now.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>Ein anderes Programm hat %1 geändert, seit sie gelesen wurde. Beim Speichern wird gefragt, was geschehen soll; unten sind die Zeilen mit dem verglichen, was jetzt auf der Platte steht.</translation>
    </message>
    <message>
        <source>Since it was saved last</source>
        <translation>Seit dem letzten Speichern</translation>
    </message>
    <message>
        <source>Since it was opened</source>
        <translation>Seit dem Öffnen</translation>
    </message>
    <message>
        <source>Since it was begun</source>
        <translation>Seit dem Anfang</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>Repair all masks</source>
        <translation>Alle Masken reparieren</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>&amp;Reparieren</translation>
    </message>
    <message>
        <source>Merge the rules of a list</source>
        <extracomment>Several rules become fewer that match the same</extracomment>
        <translation>Regeln einer Liste zusammenfassen</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Zusammenfassen</translation>
    </message>
    <message>
        <source>Repair all of this kind</source>
        <translation>Alle dieser Art reparieren</translation>
    </message>
</context>
<context>
    <name>relaytab::ReviewSheet</name>
    <message>
        <source>The file, line by &amp;line</source>
        <translation>Die Datei, &amp;Zeile für Zeile</translation>
    </message>
    <message>
        <source>The file, line by line</source>
        <translation>Die Datei, Zeile für Zeile</translation>
    </message>
    <message>
        <source>… and more</source>
        <translation>… und mehr</translation>
    </message>
    <message>
        <source>The file is too large to be compared line by line.</source>
        <translation>Die Datei ist zu groß, um Zeile für Zeile verglichen zu werden.</translation>
    </message>
    <message>
        <source>The file would stay as it is, byte for byte.</source>
        <translation>Die Datei bliebe, wie sie ist, Byte für Byte.</translation>
    </message>
</context>
<context>
    <name>relaytab::RoutingHeader</name>
    <message>
        <source>Policy in words</source>
        <translation>Richtlinie in Worten</translation>
    </message>
    <message>
        <source>Details of the policy</source>
        <translation>Einzelheiten der Richtlinie</translation>
    </message>
    <message>
        <source>Exposure</source>
        <extracomment>How open the policy is: closed, restricted, wide, or an open relay.</extracomment>
        <translation>Offenheit</translation>
    </message>
</context>
<context>
    <name>relaytab::RuleLists</name>
    <message>
        <source>Deny</source>
        <translation>Verweigern</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Zulassen</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Lokal</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>All three lists together.</extracomment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>%1 · off</source>
        <extracomment>Behind the name of a list: how many rules, and that the list is switched off.</extracomment>
        <translation>%1 · aus</translation>
    </message>
</context>
<context>
    <name>relaytab::RuleTableModel</name>
    <message>
        <source>On</source>
        <extracomment>Column of check boxes: the rule takes part</extracomment>
        <translation>An</translation>
    </message>
    <message>
        <source>Net</source>
        <extracomment>Column: the address of a net or host</extracomment>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Mask</source>
        <extracomment>Column: which bits of an address are compared</extracomment>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Matches</source>
        <extracomment>Column: how many addresses a rule matches</extracomment>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>List</source>
        <extracomment>Column: Deny, Allow or Local</extracomment>
        <translation>Liste</translation>
    </message>
    <message>
        <source>type or paste here</source>
        <extracomment>In the empty row at the end of the table</extracomment>
        <translation>hier tippen oder einfügen</translation>
    </message>
    <message>
        <source>%1, new row, %2: type or paste here</source>
        <extracomment>Read aloud; %1 is the name of a list, %2 the title of a column</extracomment>
        <translation>%1, neue Zeile, %2: hier tippen oder einfügen</translation>
    </message>
    <message>
        <source>off</source>
        <extracomment>Status of a rule that is switched off</extracomment>
        <translation>aus</translation>
    </message>
    <message>
        <source>ok</source>
        <extracomment>Status of a rule that nothing is to be said about</extracomment>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Read aloud; %1 is for example &quot;Warning&quot;, %2 is for example &quot;mask has gaps&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, row %2 of %3, switched on, %4</source>
        <translation>%1, Zeile %2 von %3, eingeschaltet, %4</translation>
    </message>
    <message>
        <source>%1, row %2 of %3, switched off</source>
        <extracomment>Read aloud; %1 is the name of a list, %2 the number of a row, %3 of how many</extracomment>
        <translation>%1, Zeile %2 von %3, ausgeschaltet</translation>
    </message>
    <message>
        <source>%1, row %2 of %3, net %4, mask %5, %6, %7</source>
        <extracomment>Read aloud; %1 is the name of a list, %2 the number of a row, %3 of how many, %4 and %5 are addresses, %6 is for example &quot;Warning: mask has gaps&quot;, %7 is for example &quot;128 addresses&quot;</extracomment>
        <translation>%1, Zeile %2 von %3, Netz %4, Maske %5, %6, %7</translation>
    </message>
    <message>
        <source>%1, row %2 of %3, net %4, mask %5, %6</source>
        <extracomment>Read aloud; %1 is the name of a list, %2 the number of a row, %3 of how many, %4 and %5 are what was typed, %6 is for example &quot;Error: not an address&quot;</extracomment>
        <translation>%1, Zeile %2 von %3, Netz %4, Maske %5, %6</translation>
    </message>
    <message>
        <source>%1, row %2 of %3, %4</source>
        <extracomment>Read aloud; %1 is the name of a list, %2 the number of a row, %3 of how many, %4 its status</extracomment>
        <translation>%1, Zeile %2 von %3, %4</translation>
    </message>
    <message>
        <source>%1, row %2 of %3, %4: %5, %6</source>
        <extracomment>Read aloud; %1 is the name of a list, %2 the number of a row, %3 of how many, %4 the title of a column, %5 the cell&apos;s text, %6 the row&apos;s status</extracomment>
        <translation>%1, Zeile %2 von %3, %4: %5, %6</translation>
    </message>
</context>
<context>
    <name>relaytab::SaveFlow</name>
    <message numerus="yes">
        <source>%Ln row(s) is/are no rule yet</source>
        <translation>
            <numerusform>%Ln Zeile ist noch keine Regel</numerusform>
            <numerusform>%Ln Zeilen sind noch keine Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>They are kept as they were typed, and match no address.</source>
        <translation>Sie bleiben, wie sie getippt wurden, und treffen auf keine Adresse zu.</translation>
    </message>
    <message>
        <source>This policy is an open relay</source>
        <translation>Diese Richtlinie ist ein offenes Relay</translation>
    </message>
    <message>
        <source>“%1” cannot hold everything</source>
        <translation>„%1“ kann nicht alles aufnehmen</translation>
    </message>
    <message>
        <source>These would not be in the file:</source>
        <translation>Nicht in der Datei stünden:</translation>
    </message>
    <message>
        <source>A YAML project keeps the whole policy.</source>
        <translation>Ein YAML-Projekt behält die ganze Richtlinie.</translation>
    </message>
    <message>
        <source>Not everything in the file carries over</source>
        <translation>Nicht alles in der Datei geht mit</translation>
    </message>
    <message>
        <source>Save &amp;anyway</source>
        <translation>Trotz&amp;dem speichern</translation>
    </message>
    <message>
        <source>Save &amp;open relay</source>
        <translation>Offenes &amp;Relay speichern</translation>
    </message>
    <message>
        <source>Save &amp;without them</source>
        <translation>&amp;Ohne sie speichern</translation>
    </message>
    <message>
        <source>Save as YAML &amp;project…</source>
        <translation>Als YAML-&amp;Projekt speichern…</translation>
    </message>
</context>
<context>
    <name>relaytab::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Edit the cell; typing begins as well</source>
        <translation>Die Zelle bearbeiten; auch Tippen fängt damit an</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Take what was typed and go to the next row</source>
        <translation>Das Getippte übernehmen und zur nächsten Zeile gehen</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Take what was typed and go to the next cell</source>
        <translation>Das Getippte übernehmen und zur nächsten Zelle gehen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Leave the cell as it was; in the filter: show every row again</source>
        <translation>Die Zelle lassen, wie sie war; im Filter: wieder alle Zeilen zeigen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Was sie tun</translation>
    </message>
</context>
<context>
    <name>relaytab::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Reading</source>
        <extracomment>How RelayFlags 0 is read.</extracomment>
        <translation>Lesart</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>relaytab::Tester</name>
    <message>
        <source>%1: %2 %3</source>
        <extracomment>What happens to one address; %1 is the address, %2 is &quot;Allowed&quot; or &quot;Refused&quot;, %3 is for example &quot;by Deny, row 1&quot;</extracomment>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>All %1 may relay.</source>
        <extracomment>%1 is for example &quot;256 addresses&quot;</extracomment>
        <translation>Alle (%1) dürfen weiterleiten.</translation>
    </message>
    <message>
        <source>None of %1 may relay.</source>
        <extracomment>%1 is for example &quot;256 addresses&quot;</extracomment>
        <translation>Keine davon (%1) darf weiterleiten.</translation>
    </message>
    <message>
        <source>%1 of %2 may relay.</source>
        <extracomment>%1 is a number, %2 is for example &quot;256 addresses&quot;</extracomment>
        <translation>%1 von %2 dürfen weiterleiten.</translation>
    </message>
    <message>
        <source>Mixed</source>
        <extracomment>Verdict about a net: some of its addresses may relay, others may not</extracomment>
        <translation>Gemischt</translation>
    </message>
    <message>
        <source>Client IP: %1</source>
        <extracomment>%1 is an address or a net</extracomment>
        <translation>Client-IP: %1</translation>
    </message>
    <message>
        <source>Server IP: %1</source>
        <extracomment>%1 is an address</extracomment>
        <translation>Server-IP: %1</translation>
    </message>
    <message>
        <source>The client authenticated.</source>
        <translation>Der Client hat sich angemeldet.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Expected already: %1.</source>
        <extracomment>%1 is what is expected, for example &quot;10.0.0.1 may relay&quot;</extracomment>
        <translation>Wird schon erwartet: %1.</translation>
    </message>
    <message>
        <source>Pinned as expectation: %1.</source>
        <extracomment>%1 is what is expected, for example &quot;10.0.0.1 may relay&quot;</extracomment>
        <translation>Als Erwartung festgehalten: %1.</translation>
    </message>
</context>
<context>
    <name>relaytab::TesterPanel</name>
    <message>
        <source>Working it out…</source>
        <translation>Wird ermittelt…</translation>
    </message>
    <message>
        <source>What happens to…</source>
        <translation>Was geschieht mit…</translation>
    </message>
    <message>
        <source>Clie&amp;nt IP</source>
        <translation>&amp;Client-IP</translation>
    </message>
    <message>
        <source>Client IP</source>
        <translation>Client-IP</translation>
    </message>
    <message>
        <source>Server &amp;IP</source>
        <translation>Server-&amp;IP</translation>
    </message>
    <message>
        <source>Server IP</source>
        <translation>Server-IP</translation>
    </message>
    <message>
        <source>any</source>
        <extracomment>Instead of a server address: it is not known, or does not matter.</extracomment>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>&amp;Authenticated</source>
        <translation>Ange&amp;meldet</translation>
    </message>
    <message>
        <source>Authenticated</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Deciding rule</source>
        <translation>Entscheidende Regel</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Anzahlen</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Nearest row</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>What the server answers</source>
        <translation>Was der Server antwortet</translation>
    </message>
    <message>
        <source>Allow only this host</source>
        <translation>Nur diesen Host zulassen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy question and answer as text</source>
        <translation>Frage und Antwort als Text kopieren</translation>
    </message>
    <message>
        <source>Judges addresses and authentication only, not what a message contains.</source>
        <translation>Beurteilt nur Adressen und Anmeldung, nicht den Inhalt einer Nachricht.</translation>
    </message>
    <message>
        <source>Pin as expectation</source>
        <translation>Als Erwartung festhalten</translation>
    </message>
    <message>
        <source>Keep this answer as an expectation of the policy</source>
        <translation>Diese Antwort als Erwartung an die Richtlinie festhalten</translation>
    </message>
    <message>
        <source>Expectation</source>
        <translation>Erwartung</translation>
    </message>
    <message>
        <source>An address, a net or a range; paste a list to test many</source>
        <translation>Eine Adresse, ein Netz oder ein Bereich; eine eingefügte Liste testet viele</translation>
    </message>
    <message>
        <source>Many…</source>
        <extracomment>Button beside Client IP: many clients at once</extracomment>
        <translation>Viele…</translation>
    </message>
    <message>
        <source>Test a list of addresses and nets</source>
        <translation>Eine Liste von Adressen und Netzen testen</translation>
    </message>
    <message>
        <source>Test many clients</source>
        <translation>Viele Clients testen</translation>
    </message>
</context>
<context>
    <name>relaytab::TypedConfirmation</name>
    <message>
        <source>Type “%1” to save it all the same:</source>
        <translation>Zum Speichern „%1“ eintippen:</translation>
    </message>
</context>
</TS>
