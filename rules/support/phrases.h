// Lists of phrases that say nothing, or that mean one thing only: data/*.tsv, looked up by their words.
#pragma once

#include <string>
#include <string_view>

namespace veedor::rules {

// The words of a text with one space between them, in lower case without accents lost: how the lists are
// written. Marks at the end (":", "*", "…") are left out.
std::string phrase_of(std::string_view text);

bool is_vague_label(std::string_view text);        // "field", "campo"
bool is_vague_button(std::string_view text);       // "click here", "botón"
bool is_vague_heading(std::string_view text);      // "heading 1", "lorem ipsum"
bool is_vague_title(std::string_view text);        // "untitled document", "inicio"
bool is_vague_alternative(std::string_view text);  // "image", "foto"
bool is_vague_frame(std::string_view text);        // "iframe", "contenido"
// The autocomplete value for a field of this label; "" where none is certain.
std::string_view autocomplete_for(std::string_view label);

// "logo.png", "IMG_2031.JPG": the name of a file of pictures.
bool is_image_file_name(std::string_view text);
// "index.html", "https://…": the name of a file, or an address.
bool is_file_or_address(std::string_view text);

}  // namespace veedor::rules
