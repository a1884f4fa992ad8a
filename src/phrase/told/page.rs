//! Why a page is no draft, and what is doubtful in one. The rules that facts are found by keep their
//! names.

pairs! {
    "the page has more than 16 MB: save it without its pictures, or only the part that is the release" / "문서가 16 MB를 넘습니다. 그림을 빼고 저장하거나 보도자료 부분만 저장하십시오";
    "the page has more text than any release (8 MB, or 250,000 lines and cells): cut it into the releases that it holds" / "보도자료라기에는 글이 너무 많습니다(8 MB 또는 25만 행과 칸까지). 담긴 보도자료별로 나누십시오";
    "the document unpacks to more than 32 MB: save it without what is not text, or as plain text" / "문서를 풀면 32 MB를 넘습니다. 글이 아닌 것을 빼거나 텍스트로 저장하십시오";
    "the page has more words than facts are looked for in: only the first 500,000 are read for them" / "글이 길어 사실은 앞의 50만 낱말에서만 찾았습니다";
    "the file is neither text nor a document that can be read" / "텍스트도, 읽을 수 있는 문서도 아닙니다";
    "old office files (.doc, .hwp) cannot be read; save it as .docx, .odt, .hwpx or text" / "옛 오피스 파일(.doc, .hwp)은 읽을 수 없습니다. .docx, .odt, .hwpx나 텍스트로 저장하십시오";
    "rich text (.rtf) cannot be read; save it as .docx, .odt or text" / "서식 있는 텍스트(.rtf)는 읽을 수 없습니다. .docx, .odt나 텍스트로 저장하십시오";
    "the file is a zip container and holds no document that can be read" / "압축 파일인데 읽을 수 있는 문서가 들어 있지 않습니다";
    "the document is locked with a password" / "문서가 암호로 잠겨 있습니다";
    "the document is damaged" / "문서가 손상되었습니다";
    "a PDF needs the program pdftotext (of poppler-utils), which is not installed" / "PDF를 읽으려면 pdftotext(poppler-utils)가 있어야 하는데 설치되어 있지 않습니다";
    "pdftotext could not read the PDF" / "pdftotext가 PDF를 읽지 못했습니다";
    "the PDF holds pictures and no text" / "PDF에 그림만 있고 글이 없습니다";
    "there is no text below the title" / "제목 아래에 글이 없습니다";
    "there is no text on the page" / "문서에 글이 없습니다";

    "the date of publication is that of the dateline" / "발표일은 첫머리의 날짜에서 가져왔습니다";
    "a fact is left out: no quote would lead to its words" / "글을 가리킬 인용을 만들 수 없어 제외한 사실이 있습니다";
    "it is said in more places, to which no quote would lead" / "다른 곳에도 나오지만 그곳을 가리킬 인용을 만들 수 없습니다";
    "the year is not printed; it is taken from {source!}" / "해가 적혀 있지 않아 {source}에서 가져왔습니다";
    "the publication date" / "발표일";
    "the other dates" / "다른 날짜";
    "the date before it" / "앞의 날짜";
    "the issuer is the ministry at home that is named most often" / "발표처는 가장 자주 나오는 자국 부처로 보았습니다";
    "the issuer is taken from the officials named" / "발표처는 이름이 나온 당국자에게서 가져왔습니다";
    "no title was found" / "제목을 찾지 못했습니다";
    "the file is damaged: its text may end early" / "파일이 손상되어 글이 중간에 끝났을 수 있습니다";
    "known only as a speaker: no position stands beside the name" / "말한 사람으로만 나오고 이름 옆에 직함이 없습니다";
    "no position stands beside the name" / "이름 옆에 직함이 없습니다";
    "the position is only told as a counterpart's" / "직함이 상대방의 직함으로만 나옵니다";
    "known by surname alone" / "성만 나옵니다";
    "people, dates and figures are hardly found in this language" / "이 언어에서는 사람, 날짜, 수치를 거의 찾지 못합니다";
    "the number may belong to the name before it" / "앞에 나온 이름에 딸린 수일 수 있습니다";
    "\"one\" may be no count here" / "\"one\"이 수를 뜻하지 않을 수 있습니다";
    "the number stands alone; taken for people from the words before it" / "수만 적혀 있어 앞의 글을 보고 사람 수로 여겼습니다";
}
